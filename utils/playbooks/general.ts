import { both } from './text.ts';
import type { PlaybookWords } from './types.ts';

/** What to ask somebody who has no playbook: words that fit any field. */
export const general: Pick<PlaybookWords, 'questionnaire' | 'interview'> = {
  questionnaire: {
    intro: both(
      'I am looking back at how we have been working together, and I would like to know how it looks from your side. Please write as briefly and as frankly as you like.',
      '我正在回顾我们这段时间的往来，很想知道您那边的感受。长短不限，坦率就好。',
    ),
    questions: [
      both(
        'How satisfied are you with how we work together, from 1 to 5, and why this number?',
        '您对我们之间的往来满意度是几分（1 到 5 分）？为什么是这个分数？',
      ),
      both('What has gone well between us?', '我们之间哪些地方顺利？'),
      both('What has gone less well, or is missing?', '哪些地方不太顺利，或者还缺点什么？'),
      both(
        'Is the way we keep in touch right for you: how often, and through which channel?',
        '我们联系的频率和方式，您觉得合适吗？',
      ),
      both('What matters most to you in the next months?', '接下来几个月，对您来说最重要的是什么？'),
    ],
    closing: both(
      'Thank you. I will tell you what I change because of your answers.',
      '谢谢您。我据此做了哪些改变，会告诉您。',
    ),
  },
  interview: {
    opening: both(
      'I would like to hear how things are going, from your side. I will listen and take notes; nothing needs to be decided today.',
      '今天想听听您那边的情况和感受。我主要是听和记，不需要当场做任何决定。',
    ),
    questions: [
      both('What has changed for you since we last looked back?', '上次回顾以来，您那边有哪些变化？'),
      both('Tell me about a moment when it went well between us.', '请说一件我们之间顺利的事。'),
      both('And about one when it could have gone better?', '那有没有一件本可以更顺利的事？'),
      both('What are you after in the next months?', '接下来几个月，您希望达成什么？'),
      both(
        'If one thing changed in how we work together, which should it be?',
        '如果我们的往来只改一点，您希望是哪一点？',
      ),
    ],
  },
};

/** The subject of the mail that brings the questions. */
export const SUBJECTS = {
  questionnaire: both('A few questions for you', '想请教您几个问题'),
  interview: both('For our conversation: a few questions', '见面前的几个问题'),
} as const;
