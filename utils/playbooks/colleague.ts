import { both, firstWeeks, prompt } from './text.ts';
import type { PlaybookWords } from './types.ts';

export const words: PlaybookWords = {
  about: both(
    'People you work with: colleagues, your team, other departments',
    '一起共事的人：同事、团队成员、其他部门',
  ),
  practices: {
    goals: prompt(
      both(
        'What is this colleague measured by, and what do they want to learn? Where do your goals need each other?',
        '这位同事的考核看什么，自己又想学什么？你们的目标在哪里互相需要？',
      ),
      both(
        'To plan our work well: what matters most to you this quarter, and where do you depend on me?',
        '为了更好地配合，想了解一下：这个季度您最看重什么？哪些地方需要我这边支持？',
      ),
    ),
    communicate: prompt(
      both(
        'Agree early on how you reach each other: what is urgent, what can wait, what goes where.',
        '尽早约好怎么找到对方：什么算紧急，什么可以等，什么事走什么渠道。',
      ),
      both(
        'How do you like to be reached, for urgent things and for the rest?',
        '急事和平常的事，您分别习惯用什么方式沟通？',
      ),
    ),
    trust: prompt(
      both(
        'What are they good at that others overlook? Tell something about how you work, too, and what you are still learning.',
        '对方有什么容易被忽略的长处？也说说您自己的工作习惯，以及还在学的东西。',
      ),
    ),
    listen: prompt(
      both(
        'What would they like you to do differently in handovers and meetings? Note it and come back to it.',
        '在交接和开会时，对方希望您怎样改进？记下来，之后要有回应。',
      ),
      both(
        'What is one thing in how we hand work over that you would change?',
        '我们交接工作的方式，您最想改哪一点？',
      ),
    ),
    contact: prompt(
      both(
        'A short regular talk beats a long rare one. Ten minutes are enough to hear where it pinches.',
        '短而固定的交流胜过偶尔的长谈。十分钟就足以听出哪里卡住了。',
      ),
      both('Shall we take ten minutes this week to compare notes?', '这周抽十分钟对一下进展，好吗？'),
    ),
    support: prompt(
      both(
        'Who carries more than they say at the moment? Offer one concrete thing: a review, an hour, taking over a task.',
        '最近谁手上的事比说出来的多？主动提一件具体的：帮忙审一份稿、腾出一小时，或接过一项任务。',
      ),
      both(
        'I have some room this week. Shall I take something over from you?',
        '这周我有些余力，要不要我接手一部分？',
      ),
    ),
    feedback: prompt(
      both(
        'Give credit by name and in public, and the rest in private and soon. Ask for the same.',
        '表扬要点名、当众；其他的话要私下、及时。也请对方这样对您。',
      ),
      both(
        'After our last project: what should I keep doing, and what should I stop?',
        '上个项目之后想请教：我哪些做法该保持，哪些该停下？',
      ),
    ),
    together: prompt(
      both(
        'Eat together, walk, celebrate what is done. Choose a time and a thing that everybody can join.',
        '一起吃顿饭、散散步，庆祝完成的事。时间和方式要让每个人都方便参加。',
      ),
      both(
        'We finished it. Shall we have lunch together to mark it?',
        '这件事总算完成了，一起吃个午饭庆祝一下？',
      ),
    ),
    analyse: prompt(
      both(
        'Look at open promises on both sides. Is one of you usually waiting for the other? What is it about the work that makes it so?',
        '看看双方未完成的承诺。是不是总有一方在等？工作安排上是什么造成的？',
      ),
    ),
    adjust: prompt(
      both(
        'Try one change for a month: fewer meetings, a shared list, another time of day.',
        '用一个月试一项改变：少开会、共用一张清单，或换个时间段。',
      ),
      both(
        'May we try something else for a month and then look at it again?',
        '我们换个做法试一个月，然后再看看效果，可以吗？',
      ),
    ),
    'goals-next': prompt(
      both(
        'What would they like to do next that they are not asked to do yet? Can you open a door?',
        '接下来对方想做什么还没轮到的事？您能不能帮忙开个门？',
      ),
      both('What would you like to work on next, if it were up to you?', '如果由您决定，接下来最想做什么？'),
    ),
    learn: prompt(
      both(
        'What did you learn about working together, as a rule you could give to somebody new in the team?',
        '关于协作学到了什么？能不能写成一条给新同事的建议？',
      ),
    ),
    review: prompt(
      both(
        'Look back on how you work together, and leave the appraisal of results to where it belongs.',
        '只回顾你们怎样合作，业绩考核留给该谈的场合。',
      ),
    ),
    gather: prompt(
      both(
        'Say what you will do with the answers and who will see them, before you ask.',
        '提问之前先说明：答案会用来做什么，谁会看到。',
      ),
      both(
        'I would like to get better at working with you. May I ask you a few questions?',
        '我想在配合上做得更好，可以请您回答几个问题吗？',
      ),
    ),
    'sum-up': prompt(
      both(
        'What would you do the same way again? Teams forget what worked sooner than what failed.',
        '哪些做法下次还会照样做？团队往往更快忘掉做对的事。',
      ),
    ),
    plan: prompt(
      both(
        'Agree on one thing each of you will change, and on a day to look at it.',
        '双方各定一件要改的事，再约一天回头看。',
      ),
      both(
        'I will change this on my side. What would you take on?',
        '我这边会改这一点，您那边想从哪一点开始？',
      ),
    ),
  },
  firstFollowUps: firstWeeks(
    both('Send what you promised, and how to reach you best', '把答应的资料发给对方，并说明怎样最容易找到您'),
    both('Ten minutes: what is clear by now, what is not', '聊十分钟：哪些已经清楚，哪些还不清楚'),
    both('Ask what you should keep doing and what to change', '请教：您的哪些做法该保持，哪些该改'),
  ),
  questionnaire: {
    intro: both(
      'I would like our work together to go well for both of us. These questions are for me alone, to learn from.',
      '希望我们的合作让彼此都舒服。这几个问题只供我自己改进，不作别的用途。',
    ),
    questions: [
      both(
        'How well do we work together, from 1 to 5, and why this number?',
        '我们配合得怎么样（1 到 5 分）？为什么是这个分数？',
      ),
      both('What do I do that makes your work easier?', '我的哪些做法让您的工作更轻松？'),
      both('What do I do that makes it harder?', '哪些做法给您添了麻烦？'),
      both('What do you need from me that you do not get?', '您需要而我没有提供的是什么？'),
      both('What should we try in the next three months?', '未来三个月，我们可以试着做些什么？'),
    ],
    closing: both('Thank you. I will come back to you with what I change.', '谢谢。我会告诉您我打算怎么改。'),
  },
  interview: {
    opening: both(
      'Let us talk about how we work together, not about results. Say only as much as you like.',
      '今天只聊怎么合作，不谈业绩。愿意说多少都可以。',
    ),
    questions: [
      both(
        'What gave you energy in the last months, and what took it?',
        '最近几个月，什么让您有干劲，什么让您疲惫？',
      ),
      both('When did we work best together?', '我们什么时候配合得最好？'),
      both('Where do things get stuck between us?', '事情通常卡在我们之间的哪一步？'),
      both('What would you like to learn or take on?', '您想学什么，想承担什么？'),
      both('What can I do in the next month that would help?', '下个月我做点什么会对您有帮助？'),
    ],
  },
  avoid: [
    both('Health, sick days, family plans', '健康、病假、家庭计划'),
    both('Pay, appraisals and other matters of personnel', '薪酬、考核及其他人事信息'),
    both('Views on religion, politics or the works council and unions', '宗教、政治与工会方面的立场'),
    both('What somebody told you about somebody else', '从别人那里听来的议论'),
  ],
};
