import { both, firstWeeks, prompt } from './text.ts';
import type { PlaybookWords } from './types.ts';

export const words: PlaybookWords = {
  about: both('People who invest in your work, or may one day', '已经或将来可能投资您的人'),
  practices: {
    goals: prompt(
      both(
        'What does this investor look for: stage, field, size, role? What do you want from them besides money?',
        '这位投资人看什么：阶段、领域、规模、参与程度？除了资金，您还希望得到什么？',
      ),
      both(
        'What would you need to see from us over the next year to be convinced?',
        '未来一年，您希望看到我们做到什么，才会更有信心？',
      ),
    ),
    communicate: prompt(
      both(
        'Send what you promised within two days, with the numbers they asked for and nothing dressed up.',
        '答应的材料两天内发出，给对方要的数字，不加修饰。',
      ),
      both('As promised, here are the figures we spoke about.', '按约定，附上我们谈到的数据。'),
    ),
    trust: prompt(
      both(
        'Tell bad news first, and yourself. What do founders they backed say about working with them?',
        '坏消息要先说，而且由您自己说。他们投过的创始人怎么评价合作？',
      ),
    ),
    listen: prompt(
      both(
        'A no has a reason and a date. Note both: what would have to change, and when to come back.',
        '拒绝总有理由和时间。两样都记下：什么变了可以再谈，什么时候再谈。',
      ),
      both(
        'Thank you for your frank answer. What would have to be different for you to look again?',
        '感谢您坦率的答复。哪些条件变化后，您愿意再看一看？',
      ),
    ),
    contact: prompt(
      both(
        'A short update each month, always in the same form: numbers, what went well, what did not, one request.',
        '每月一份简报，格式固定：数字、进展、不顺之处、一个请求。',
      ),
      both('Our month in five lines:', '本月情况，五行说完：'),
    ),
    support: prompt(
      both(
        'What can you give: a view from the market, a candidate for one of their companies, an honest reference?',
        '您能给对方什么：一线的观察、给他们被投公司推荐人选，还是一份坦诚的背景意见？',
      ),
      both(
        'I came across something that may matter to one of your companies:',
        '我了解到一件事，也许对您投的一家公司有用：',
      ),
    ),
    feedback: prompt(
      both(
        'Ask what they would want to know that you do not report.',
        '问问对方：还有什么想知道而我们没有汇报的？',
      ),
      both(
        'Which part of our updates do you use, and what do you miss?',
        '我们的简报里，哪部分对您有用，还缺什么？',
      ),
    ),
    together: prompt(
      both(
        'Show the work and not only the slides: a day with the team, a visit to a customer, a walk before the board meeting.',
        '让对方看到实际工作，而不只是演示文稿：和团队待一天、拜访一位客户，或在董事会前散散步。',
      ),
      both(
        'Would you like to spend a morning with the team and see how we work?',
        '方便的话，欢迎来和团队待一个上午，看看我们怎么工作。',
      ),
    ),
    analyse: prompt(
      both(
        'Do you write only when you need something? Look at your requests and your reports side by side.',
        '是不是只在有需要时才联系？把您的请求和汇报放在一起看看。',
      ),
    ),
    adjust: prompt(
      both(
        'More detail or less, a call in place of a report, another partner in the firm? Ask, then change one thing.',
        '要更细还是更简，用电话代替书面，还是换一位合伙人对接？先问，再改一样。',
      ),
      both(
        'Does the present form of our updates suit you, or would you like something shorter?',
        '目前的简报形式合适吗？需要更短一些吗？',
      ),
    ),
    'goals-next': prompt(
      both(
        'The milestone is reached. What is the next one that both of you would call progress?',
        '里程碑达成了。双方都认可的下一个是什么？',
      ),
      both(
        'We reached the milestone we had agreed on. I would like to hear what you would set as the next.',
        '约定的里程碑已经达成。想听听您觉得下一个应当是什么。',
      ),
    ),
    learn: prompt(
      both(
        'Which question did you have no answer to? It will come again from the next investor.',
        '哪个问题您当时答不上来？下一位投资人还会问。',
      ),
    ),
    review: prompt(
      both(
        'Before the review, hold last period’s forecast against what happened, and say the difference yourself.',
        '回顾之前，先对照上期预测与实际，差距由您自己说出来。',
      ),
    ),
    gather: prompt(
      both(
        'Ask for a view on how you work together, apart from the numbers. Twice a year is enough.',
        '数字之外，请对方谈谈合作方式。一年两次足够。',
      ),
      both(
        'Apart from the numbers, I would value your view on how we work together.',
        '数字之外，很想听听您对我们合作方式的看法。',
      ),
    ),
    'sum-up': prompt(
      both(
        'Which promise built trust, and which cost it? What will you promise less of?',
        '哪个承诺赢得了信任，哪个消耗了信任？以后哪类话要少说？',
      ),
    ),
    plan: prompt(
      both(
        'Put your requests and theirs on one page, each with a day. Begin the next update with it.',
        '把双方的请求写在一页上，各定日期；下一期简报从这里开始。',
      ),
      both('What we take from this, with dates:', '我们据此要做的事与时间如下：'),
    ),
  },
  firstFollowUps: firstWeeks(
    both(
      'Send the material you promised, and thank them for one concrete thought',
      '发送答应的材料，并为一个具体的建议致谢',
    ),
    both('Answer the open questions from the first talk', '回答首次交谈中未解答的问题'),
    both('A first short update: what you said, what happened', '第一份简报：当时怎么说，现在怎么样'),
  ),
  questionnaire: {
    intro: both(
      'Your view helps us to report better and to ask for help at the right time. A line for each question is enough.',
      '您的意见能帮助我们汇报得更好，也在合适的时候求助。每题一句话即可。',
    ),
    questions: [
      both('How well informed do you feel, from 1 to 5?', '您觉得信息是否充分（1 到 5 分）？'),
      both(
        'What do you believe about us now that you did not a year ago?',
        '与一年前相比，您对我们的看法有什么变化？',
      ),
      both('What worries you most about the next twelve months?', '未来十二个月，您最担心什么？'),
      both('Where could you help, and have not been asked?', '有哪些您能帮上忙、而我们没有开口的地方？'),
      both('What should we report differently?', '我们的汇报应当怎样改进？'),
    ],
    closing: both(
      'Thank you. The next update will show what we made of it.',
      '谢谢。下一期简报会体现我们的改进。',
    ),
  },
  interview: {
    opening: both(
      'I would like half an hour without a pitch, on how we work together and what you see that we do not.',
      '想占用您半小时，不做推介，只聊合作方式，以及您看到而我们没看到的。',
    ),
    questions: [
      both('What has changed in what you look for?', '您现在看重的东西有什么变化？'),
      both('Which of our decisions would you have made differently?', '我们的哪个决定，换作您会不同？'),
      both('What do companies you admire do that we do not?', '您欣赏的公司，有哪些做法是我们没有的？'),
      both('When did an update of ours leave you with a doubt?', '我们哪一次汇报让您心里打了问号？'),
      both('What would you like to see by the next time?', '下一次见面之前，您希望看到什么？'),
    ],
  },
  avoid: [
    both('Inside information about listed companies', '上市公司的内幕信息'),
    both(
      'Terms and results of their other companies told in confidence',
      '对方私下透露的其他被投公司条款与业绩',
    ),
    both('Their private wealth and family affairs', '个人财富与家事'),
  ],
};
