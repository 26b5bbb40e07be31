/** The words before whoever wrote a message, as most pages write them. */
export const FROM =
  'From|Von|De|Da|Van|Fra|Från|Od|Absender|Mittente|Remitente|Expéditeur|Nadawca|Kimden|Gönderen|Feladó|Lähettäjä|От|Від|发件人|寄件[人者]|發件人|差出人|보낸 ?사람|من|מאת';
