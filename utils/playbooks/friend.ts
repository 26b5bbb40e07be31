import { both, firstWeeks, prompt } from './text.ts';
import type { PlaybookWords } from './types.ts';

export const words: PlaybookWords = {
  about: both('Friends and family, near and far', '远近的朋友与家人'),
  practices: {
    goals: prompt(
      both(
        'What do you wish for this friendship: more time, an old plan, to be there at something? What do they have before them?',
        '您对这份友谊有什么期待：多见面、完成一个旧计划，还是在某件事上陪着？对方眼下又面对什么？',
      ),
      both(
        'What are you looking forward to this year? I would like to be part of it.',
        '今年你最期待什么？我也想凑个份儿。',
      ),
    ),
    communicate: prompt(
      both(
        'Write within two days of meeting: a photo, the name of that book, a line on what stayed with you.',
        '见面后两天内写一句：一张照片、那本书的名字，或让您记住的一句话。',
      ),
      both('It was good to see you. I keep thinking of what you said.', '见到你真好，你说的话我一直记着。'),
    ),
    trust: prompt(
      both(
        'What do they love, and what are they proud of? Tell them something of yours that is not news.',
        '对方喜欢什么，为什么自豪？也讲一件您自己的、不算新闻的心里事。',
      ),
    ),
    listen: prompt(
      both(
        'Did they hint at something that hurt or was missing? Friends seldom say it twice.',
        '对方有没有流露过什么委屈或遗憾？朋友很少说第二遍。',
      ),
      both(
        'I have been thinking about what you said. Did I get that wrong?',
        '我一直在想你那句话，是不是我哪里没做好？',
      ),
    ),
    contact: prompt(
      both(
        'No occasion is needed. A picture, a song, a question about what they told you last time.',
        '不需要由头。一张照片、一首歌，或问问上次聊到的那件事。',
      ),
      both(
        'This made me think of you. How did it go with what you told me about?',
        '看到这个就想起你。上次说的那件事，后来怎么样了？',
      ),
    ),
    support: prompt(
      both(
        'Offer something that can be answered with yes: Thursday, soup, the drive. Open offers are seldom taken up.',
        '提一个对方只需说好的帮忙：周四、一锅汤、开车接送。笼统的客气话很少有人接。',
      ),
      both(
        'I am free on Thursday and could take something off your hands. Shall I come?',
        '周四我有空，可以过去搭把手，好不好？',
      ),
    ),
    feedback: prompt(
      both(
        'Now and then ask whether the way you keep in touch is right for both of you.',
        '偶尔问一句：现在这样联系，你我都觉得合适吗？',
      ),
      both('Do I write too much, or too little? Tell me honestly.', '我联系得是太多还是太少？跟我说实话。'),
    ),
    together: prompt(
      both(
        'Put a day in the calendar before you say goodbye. Shared time does more than messages.',
        '告别之前先约好下一次。一起度过的时间胜过许多消息。',
      ),
      both(
        'When do we cook together again? I can do either weekend.',
        '咱们什么时候再一起做顿饭？这两个周末我都行。',
      ),
    ),
    analyse: prompt(
      both(
        'Who writes first, most of the time? In some friendships that never mattered. Does it here?',
        '多半是谁先联系？有些友谊从不在意这个。你们在意吗？',
      ),
    ),
    adjust: prompt(
      both(
        'Life changes the rhythm: children, night shifts, another continent. Find the form that fits now, a voice message or a yearly trip.',
        '生活会改变节奏：孩子、夜班、另一个大洲。找到现在合适的方式，比如语音，或一年一次旅行。',
      ),
      both('Would voice messages be easier for you at the moment?', '最近发语音是不是更方便些？'),
    ),
    'goals-next': prompt(
      both(
        'The old plan has happened, or has passed. What would you both like to do next?',
        '旧计划实现了，或者过去了。接下来你们想一起做什么？',
      ),
      both('That trip was good. What shall we plan next?', '那次旅行真好，下一个计划是什么？'),
    ),
    learn: prompt(
      both('What did this friend teach you about being one?', '关于怎样做朋友，对方教会了您什么？'),
    ),
    review: prompt(
      both(
        'Once a year, perhaps around a birthday: when were you close, when far, and what made it so?',
        '一年一次，也许在生日前后：什么时候亲近，什么时候疏远，因为什么？',
      ),
    ),
    gather: prompt(
      both(
        'No form for friends. Take one or two of these questions along on a walk.',
        '对朋友不必发问卷。散步时带上其中一两个问题就好。',
      ),
      both('May I ask you something about us two? You can laugh about it.', '想问问咱俩的事，你笑我也行。'),
    ),
    'sum-up': prompt(
      both('Which moment of this year do you want to remember together?', '今年的哪一刻，你们都想记住？'),
    ),
    plan: prompt(
      both(
        'One date, one promise. Write both down, and keep them.',
        '一个日子，一个约定，写下来，说到做到。',
      ),
      both('Let us fix a date now, before life gets in the way.', '趁现在先把日子定下来，免得又被耽搁了。'),
    ),
  },
  firstFollowUps: firstWeeks(
    both('Write a line about what stayed with you', '写一句让您印象深刻的事'),
    both('Ask how that thing went that they told you about', '问问对方提过的那件事后来怎样'),
    both('Suggest a day to do something together', '约个日子一起做点什么'),
  ),
  questionnaire: {
    intro: both(
      'A few questions between friends, for a letter or a long evening. Answer the ones you like.',
      '朋友之间的几个问题，写信聊或夜里慢慢聊都行。想答哪个就答哪个。',
    ),
    questions: [
      both(
        'How are you really, from 1 to 5, and what would move it up by one?',
        '你最近到底过得怎么样（1 到 5 分）？怎样能加一分？',
      ),
      both('What was your best moment of the year?', '今年最好的一刻是什么？'),
      both('When could I have been there more?', '什么时候你本希望我更多地在场？'),
      both('What should we do together again?', '有什么事我们该再一起做一次？'),
      both('What do you wish for in the next year?', '明年你有什么愿望？'),
    ],
    closing: both('Thank you. I will bring my own answers along.', '谢谢你。下次我带着我的答案来。'),
  },
  interview: {
    opening: both(
      'We have an evening and nothing to settle. I would just like to know how you are.',
      '今晚没什么正事，就想知道你好不好。',
    ),
    questions: [
      both('What takes up your thoughts these days?', '这阵子心里都在想什么？'),
      both('What has become easier, and what harder?', '什么变容易了，什么变难了？'),
      both(
        'Do you remember when we first met? What did you think?',
        '还记得我们第一次见面吗？你当时怎么想？',
      ),
      both(
        'Is there something that you would like me to ask about more often?',
        '有什么事，你希望我多问问？',
      ),
      both('What do we do next?', '接下来我们一起做点什么？'),
    ],
  },
  avoid: [
    both('Secrets that were told to you alone', '只告诉您一个人的秘密'),
    both('Keeping accounts: who paid, who owes whom', '算账：谁付了钱，谁欠谁'),
    both('Health and troubles of theirs that they would not put in writing', '对方不愿落在纸上的病痛与难处'),
  ],
};
