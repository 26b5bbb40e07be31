import type { Role } from '../types.ts';

// Whole labels, in small letters and without spaces, as webmails in many languages write them. Left out: what is an everyday
// word of another language ("no", "un"), what a button says ("copy") and what one language says for another role ("da").
const WORDS: readonly (readonly [Role | 'other', string])[] = [
  [
    'sender',
    'kimdən|从|從|由|ад|প্রেরক|remitent|oddiwrth|afsender|αποστολέας|από|saatja|kellelt|nork|ارسالکننده|از|فرستنده|frá|fan|भेजनेवाला|प्रेषक|ուղարկող|pengirim|dari|daripada|発信者|発信元|送信元|გამგზავნი|ពី|អ្នកផ្ញើ|ಇಂದ|vun|siuntėjas|nuo|од|പ്രേഷിതന്‍|хэнээс|frå|expeditor|dela|වෙතින්|nga|அனுப்புனர்|ผู้ส่ง|จาก|gönderici|відкого|откого|kimdan|gửitừ|từ|ngườigửi|보내는사람|odosielateľ|发送自|發送自|desde|кімнен|відправник|адпраўнік|подател|sendandi|avsendar|השולח|dërguesi|праќач|илгээгч|გამგზავნელი|sūtītājs|igorlea|göndərən|anfonwr|seoltóir|seolaí|stjoerder|යවන්නා|استوونکی|pošiljatelj|pošiljalac|пошиљалац|odkoho',
  ],
  [
    'recipient',
    'المستقبل|الى|到|至|для|līdz|pa|kimə|каму|до|প্রাপক|za|за|destinatari|destinatar|destinatario|destinatarios|destinatarioa|destinatário|destinataire|destinataires|adresát|příjemce|príjemca|derbyniwr|modtager|mottaker|mottagare|ontvanger|naar|παραλήπτης|προς|πρός|saaja|adressaat|kellele|nori|ګيرينده|به|گیرنده|oan|पानेवाला|प्रती|प्रापक|ստացող|penerima|kepada|ke|ვის|អ្នកទទួល|ទៅ|ಗೆ|gavėjas|kam|примач|സ്വീകര്‍ത്താവ്|хэнд|către|catre|වෙත|për|பெறுனர்|ผู้รับ|ถึง|kimga|ngườinhận|tới|đến|pera|发送到|發送到|送信先|кімге|pre|saņēmējs|empfänger|odbiorca|odbiorcy|получатель|получатели|отримувач|primatelj|prejemnik|chuig|ترلاسهکوونکی|بۆ',
  ],
  [
    'cc',
    'نسخة|نسخةإلي|نسخةإلى|نسخةالى|copia|nüsxə|sürət|копія|копії|κοινοποίηση|koopia|رونوشت|לידיעה|עותק|העתקים|העתקלמכותב|कार्बन|incopiaa|afrit|写し|ასლი|प्रत|cópia|cópiapara|copie|copieà|copiecătre|kópia|kp|kk|цц|நகல்|คัดลอก|สำเนาถึง|kopya|karbonkopya|nusxasi|đồngkínhgửi|ac|複本|көшірме|tembusan|ចម្លងជូន|অনুলিপিরঠিকানা|बोधार्थ|تکثیر',
  ],
  ['bcc', 'cct|skp|skk|бцц|bk'],
  ['other', 'комуответить|kamatsakyti'],
];

// A hidden copy: "copy", and a word for how it is hidden before or behind it.
const HIDDEN_COPY =
  /.(?:koo?pi|коп[иі]|κοινοπ|másolat|afrit|写し|참조|көшірме|副本)|kopia.|oc?culta|cachée|oarb|ascuns|cheilte|tersembunyi|مخف|پنهان|แอบ|เนา[ลซ]|נסתר|מוסתר|חסוי|गुप्त|மறை|ფარული|নাজানিয়ে/;

let roles: Map<string, Role | 'other'> | undefined;

/** The role that a whole label gives in one of many languages, `other` for Reply-To; nothing for any other text. */
export function roleOfWords(label: string): Role | 'other' | undefined {
  roles ??= new Map(
    WORDS.flatMap(([role, words]) => words.split('|').map((word) => [word.normalize('NFKC'), role])),
  );
  // "写し(Cc)".
  const text = label.normalize('NFKC').replace(/\(.*\)|[\s\u200b:.,*/'’_-]+/g, '');
  const words = text.toLowerCase();
  return roles.get(words) ?? (HIDDEN_COPY.test(words) ? 'bcc' : undefined);
}
