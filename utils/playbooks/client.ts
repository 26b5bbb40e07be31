import { both, firstWeeks, prompt } from './text.ts';
import type { PlaybookWords } from './types.ts';

export const words: PlaybookWords = {
  about: both('Customers, accounts and partners you work for', '您服务的客户、大客户与合作伙伴'),
  practices: {
    goals: prompt(
      both(
        'What does this client want to achieve this year, and how will they know? Write it in their words. Then write what you want from the account.',
        '这位客户今年想达成什么，怎样才算达成？用对方的原话记下来，再写下您自己对这个客户的目标。',
      ),
      both(
        'So that we aim at the same thing: what would make this year a good one for you, and how would you measure it?',
        '为了让我们目标一致，想请教：今年做到什么程度，您会觉得合作是成功的？您会用什么来衡量？',
      ),
    ),
    communicate: prompt(
      both(
        'Confirm what was agreed within two days, with names and dates. Early promises that are kept count more than any pitch.',
        '两天内书面确认双方谈定的事，写清负责人和时间。早期说到做到，比任何介绍都管用。',
      ),
      both(
        'Here is what I understood we agreed, with who does what by when. Please correct me where I am wrong.',
        '以下是我理解的约定，包括分工和时间。如有出入，请您指正。',
      ),
    ),
    trust: prompt(
      both(
        'How do decisions get made there, and who else has a say? What has a supplier done before that they would not like to see again?',
        '对方公司如何做决定，还有谁参与？以前的供应商做过哪些事，让他们不愿再遇到？',
      ),
    ),
    listen: prompt(
      both(
        'Write down the first objection word for word. It often names what the project will be judged by.',
        '把第一个异议原样记下来。它往往就是日后评判这个项目的标准。',
      ),
      both(
        'Before we start: is there anything in our proposal that you have doubts about?',
        '正式开始之前，方案里有没有让您不太放心的地方？',
      ),
    ),
    contact: prompt(
      both(
        'Write when nothing is wrong, too: a result, a number from their own use, something you noticed in their market.',
        '没有问题时也要联系：一个成果、一组他们自己的使用数据，或您在行业里看到的一件事。',
      ),
      both(
        'No action needed from you. I noticed something in your numbers that may be of use:',
        '无需您处理什么，只是我在贵方的数据里看到一点，也许有用：',
      ),
    ),
    support: prompt(
      both(
        'What is on their desk this month that is outside the contract? An introduction or a template may help more than a discount.',
        '这个月对方手上有什么合同之外的难题？帮忙引荐一个人、给一份模板，往往比折扣更有用。',
      ),
      both(
        'Is there anything on your plate this month that I could make easier?',
        '这个月有没有什么事，我可以帮您省点力？',
      ),
    ),
    feedback: prompt(
      both(
        'Ask one question at a time, to the person who uses your work and not only to the one who signs.',
        '一次只问一个问题；既问签字的人，也问真正使用的人。',
      ),
      both(
        'One question: what is one thing we could do better for you next month?',
        '想请教一个问题：下个月我们最该改进的一件事是什么？',
      ),
    ),
    together: prompt(
      both(
        'When did you last meet without an agenda? A visit on site, a lunch, an event of theirs. Mind their rules on hospitality.',
        '上一次不谈公事的见面是什么时候？去现场看看、吃顿便饭，或参加他们的活动。留意对方关于接待的规定。',
      ),
      both(
        'I will be near you in the coming weeks. May I come by for a coffee, without slides?',
        '接下来几周我会到您附近，方便顺路喝杯咖啡吗？不带材料，随便聊聊。',
      ),
    ),
    analyse: prompt(
      both(
        'Look at who begins your conversations. If it is always you, or always a complaint, what does that tell you about the account?',
        '看看平时是谁先开口。如果总是您，或总是因为投诉，这说明了什么？',
      ),
    ),
    adjust: prompt(
      both(
        'Change one thing: the rhythm, the channel, or whom you talk to. Write why, so that you can tell later whether it helped.',
        '只改一样：联系频率、沟通渠道，或对接的人。写下原因，日后才看得出是否有效。',
      ),
      both(
        'Would you rather have a short call every other week, or one written summary a month?',
        '您更希望隔周通一次短电话，还是每月收一份书面小结？',
      ),
    ),
    'goals-next': prompt(
      both(
        'The goals you began with are met. What would they like to be able to say of this work a year from now?',
        '最初的目标已经达成。一年之后，对方希望怎样评价这次合作？',
      ),
      both(
        'What we set out to do is done. What would you like to take on next?',
        '当初定下的事已经完成。接下来您最想做的是什么？',
      ),
    ),
    learn: prompt(
      both(
        'What did this client teach you that would help with another one? One sentence is enough.',
        '从这位客户身上学到的哪一点，可以用在别的客户身上？一句话就够。',
      ),
    ),
    review: prompt(
      both(
        'Before the quarterly talk, read the last one. Were the actions done, on both sides?',
        '季度回顾之前，先看上一次的记录：双方定下的事都做了吗？',
      ),
    ),
    gather: prompt(
      both(
        'Send the questions a week ahead, to two or three people with different roles.',
        '提前一周把问题发给两三位不同岗位的人。',
      ),
      both(
        'Ahead of our review I would be glad to have your view on a few questions. Ten minutes are enough.',
        '回顾之前，想听听您对几个问题的看法，十分钟即可。',
      ),
    ),
    'sum-up': prompt(
      both(
        'What went well because you planned it, and what went well by luck? Keep the first as a lesson.',
        '哪些顺利是计划出来的，哪些是运气？把前者记成经验。',
      ),
    ),
    plan: prompt(
      both(
        'Three actions at most, each with a name and a day. Share them with the client.',
        '最多三项行动，每项都有负责人和日期，并发给客户。',
      ),
      both(
        'From our review I took these actions, with dates. Do you agree?',
        '根据这次回顾，我整理了以下行动和时间，您看是否合适？',
      ),
    ),
  },
  firstFollowUps: firstWeeks(
    both('Confirm in writing what was agreed, with dates', '书面确认谈定的事项与时间'),
    both('Ask how the start went, and what is unclear', '询问开局是否顺利，还有哪里不清楚'),
    both('Show a first result and ask for their view of it', '展示第一个成果，请对方评价'),
  ),
  questionnaire: {
    intro: both(
      'Thank you for working with us. Your answers to these questions help us to do better by you. Please write as briefly and as frankly as you like.',
      '感谢您一直以来的合作。以下几个问题的答案会帮助我们做得更好，长短不限，坦率就好。',
    ),
    questions: [
      both(
        'How satisfied are you with our work, from 1 to 5, and why this number?',
        '您对我们工作的满意度是几分（1 到 5 分）？为什么是这个分数？',
      ),
      both(
        'Which of our promises did we keep, and which did we not?',
        '我们答应的事，哪些做到了，哪些没有？',
      ),
      both('What was most useful to you in the last months?', '最近几个月，哪一点对您最有用？'),
      both(
        'Where did working with us cost you time or patience?',
        '与我们合作时，哪些地方费了您的时间或耐心？',
      ),
      both('What will matter most to you in the next six months?', '未来半年，对您来说最重要的是什么？'),
      both(
        'Would you recommend us to a colleague, and what would you tell them?',
        '您会把我们推荐给同行吗？会怎么说？',
      ),
    ],
    closing: both(
      'Thank you. I will tell you what we change because of your answers.',
      '谢谢您。我们据此做了哪些改变，我会向您反馈。',
    ),
  },
  interview: {
    opening: both(
      'I would like to hear how it is going, from your side. I will listen and take notes, and nothing needs to be decided today.',
      '今天想听听您这边的感受。我主要是听和记，不需要当场做任何决定。',
    ),
    questions: [
      both(
        'What has changed in your business since we last looked back?',
        '上次回顾以来，贵公司的业务有哪些变化？',
      ),
      both('Tell me about a moment when we made your work easier.', '请说一件我们让您省心的事。'),
      both('And one when we made it harder?', '那有没有一件让您费心的事？'),
      both('Who else in your company should we be listening to?', '公司里还有谁的意见是我们应该听的？'),
      both(
        'If you could change one thing in how we work together, what would it be?',
        '如果合作方式只改一点，您希望改什么？',
      ),
    ],
  },
  avoid: [
    both('Opinions about persons that you would not say to them', '不愿当面对本人说的评价'),
    both('Confidential matters of their customers or competitors', '对方客户或竞争对手的保密信息'),
    both('Private matters that they did not mean for work', '对方并非在工作场合想谈的私事'),
  ],
};
