import { both, firstWeeks, prompt } from './text.ts';
import type { PlaybookWords } from './types.ts';

export const words: PlaybookWords = {
  about: both(
    'People you accompany in social work, advice or community care',
    '社会工作、咨询或社区服务中您陪伴的服务对象',
  ),
  practices: {
    goals: prompt(
      both(
        'What does this person want to change, in their own words? Your mandate is a second goal: name it openly beside theirs.',
        '服务对象自己想改变什么？用对方的话写。您的工作职责是另一个目标，也要坦诚地写在旁边。',
      ),
      both(
        'What would you like to be different in three months? I will also tell you what my task is.',
        '三个月之后，您希望有什么不一样？我也会说明我的职责是什么。',
      ),
    ),
    communicate: prompt(
      both(
        'Say what you can do, what you cannot, and what you have to pass on. Do it before they tell you much.',
        '在对方说很多之前，先讲清楚：您能做什么，不能做什么，哪些情况属于保密例外、必须上报。',
      ),
      both(
        'So that you know where you stand with me: this is what I can do, and this is what I would have to pass on.',
        '先让您心里有数：这些是我能做的，这些情况我按规定必须上报。',
      ),
    ),
    trust: prompt(
      both(
        'What are this person’s strengths, and who in their life is a support? Trust grows from small promises kept.',
        '对方有哪些长处，生活里谁能依靠？信任来自一件件兑现的小事。',
      ),
    ),
    listen: prompt(
      both(
        'When somebody stays away or says no, that is feedback too. Ask what did not fit, without a reproach.',
        '没有赴约或拒绝，也是一种反馈。不带责备地问问哪里不合适。',
      ),
      both('What about the way we meet does not fit for you?', '我们见面的方式，有哪里让您觉得不合适？'),
    ),
    contact: prompt(
      both(
        'Keep to the rhythm you agreed on, also in quiet weeks. Being reliable is part of the work.',
        '说好的频率，平静的时候也要守住。可靠本身就是工作的一部分。',
      ),
      both(
        'As agreed, I am getting in touch. How was your week?',
        '按我们约好的来联系您。这一周过得怎么样？',
      ),
    ),
    support: prompt(
      both(
        'Do with them rather than for them: fill in the form together, make the call together. Who else could help, and would they agree to a referral?',
        '与其替对方做，不如一起做：一起填表，一起打电话。还有谁能帮上忙？如需转介，对方是否知情同意？',
      ),
      both(
        'Shall we go through that letter together when we meet?',
        '下次见面时，我们一起看看那封信，好吗？',
      ),
    ),
    feedback: prompt(
      both(
        'Ask at the end of a meeting what was useful today. Show that a critical answer costs them nothing.',
        '每次结束前问一句：今天哪一点有用？让对方知道提意见不会有任何代价。',
      ),
      both('What was useful today, and what was not?', '今天哪些有用，哪些没用？'),
    ),
    together: prompt(
      both(
        'A walk to the office, a group, a neighbourhood event. Within your role, and never a debt for them.',
        '陪着去办事处、参加小组或社区活动。守住角色的边界，也不要让对方觉得欠了人情。',
      ),
      both(
        'There is an open afternoon in the neighbourhood. Would you like to go there together?',
        '社区有个开放日，要不要一起去看看？',
      ),
    ),
    analyse: prompt(
      both(
        'Who initiates, who cancels, which promises are open on your side? Look at the service first, and then at the person.',
        '谁主动，谁取消，您这边还有哪些承诺没兑现？先看服务，再看人。',
      ),
    ),
    adjust: prompt(
      both(
        'Another place, another hour, a message in place of a letter, an interpreter: what would make it easier to come?',
        '换个地点、换个时间、用短信代替信件，或请口译：怎样更方便对方前来？',
      ),
      both(
        'What would make it easier for you to come, or would you rather I came to you?',
        '怎样您会更方便？或者由我过去找您？',
      ),
    ),
    'goals-next': prompt(
      both(
        'Name what they achieved, and let them decide whether there is a next step, and whether it needs you.',
        '把对方做到的事说出来，由对方决定是否有下一步，以及还需不需要您。',
      ),
      both(
        'You have done what you set out to do. Is there something next that you want my help with?',
        '您当初想做的已经做到了。接下来还有什么需要我一起的吗？',
      ),
    ),
    learn: prompt(
      both(
        'Which way through the system worked? Keep the path for the next person, without the case.',
        '走通了哪条办事路径？把路径留给下一个人，不带个案信息。',
      ),
    ),
    review: prompt(
      both(
        'Review the plan together, line by line, and let them keep a copy.',
        '一起逐条回顾计划，并给对方留一份。',
      ),
    ),
    gather: prompt(
      both(
        'Offer a choice of how to answer: in writing, in talk, through somebody they trust, or not at all.',
        '让对方选择怎么回答：书面、口头、请信任的人转达，或者不答。',
      ),
      both(
        'I would like to know how our service is for you. You choose how to answer, and whether.',
        '想知道我们的服务对您来说怎么样。用什么方式回答、要不要回答，都由您定。',
      ),
    ),
    'sum-up': prompt(
      both(
        'What did this person do that made the difference? Write it down as theirs.',
        '对方自己做的哪件事起了关键作用？请记在对方名下。',
      ),
    ),
    plan: prompt(
      both(
        'Small steps, each with who and when, in words they would use. When do you both look at them again?',
        '步子要小，写明谁做、何时做，用对方的话。下次什么时候一起看？',
      ),
      both(
        'These are the steps we chose together. Is this still right for you?',
        '这是我们一起定的几步，现在看还合适吗？',
      ),
    ),
  },
  firstFollowUps: firstWeeks(
    both('Do the one thing you promised, and say that it is done', '兑现答应的那件事，并告诉对方'),
    both('Ask whether this way of working suits them', '询问目前的方式是否合适'),
    both('Look at the first steps together', '一起看看最初几步走得怎样'),
  ),
  questionnaire: {
    intro: both(
      'We would like to know whether our service helps. Your answers have no effect on what you are entitled to, and you may leave out any question.',
      '想了解我们的服务是否有帮助。您的回答不影响应享有的待遇，不想答的可以跳过。',
    ),
    questions: [
      both(
        'How useful is our work together to you, from 1 to 5?',
        '我们的合作对您的帮助是几分（1 到 5 分）？',
      ),
      both('Do you feel treated with respect? What should be different?', '您觉得受到尊重吗？哪里应该改？'),
      both('What has changed for you since we began?', '从开始到现在，您的生活有什么变化？'),
      both('What do you need that you do not get from us?', '您需要而我们没有提供的是什么？'),
      both('Are places, times and language right for you?', '地点、时间和语言对您合适吗？'),
    ],
    closing: both(
      'Thank you. We will talk about it together, and about what follows from it.',
      '谢谢您。我们会一起谈谈这些，以及接下来怎么做。',
    ),
  },
  interview: {
    opening: both(
      'I would like to hear how you find our work together. Nothing you say will be held against you.',
      '想听听您对我们合作的看法。说什么都不会对您不利。',
    ),
    questions: [
      both('What are you proud of since we last looked back?', '上次回顾以来，有什么让您自豪的事？'),
      both('What has been of help, from us or from others?', '什么帮到了您，无论来自我们还是别人？'),
      both('What got in the way?', '什么成了阻碍？'),
      both('What should I do more of, and what less?', '我哪些事该多做，哪些该少做？'),
      both('What is the next small step that is worth it to you?', '对您来说，值得走的下一小步是什么？'),
    ],
  },
  avoid: [
    both('Religion, politics, origin and residence status', '宗教、政治、出身与居留身份'),
    both(
      'Health, addiction, violence, offences: these belong in the case file',
      '健康、成瘾、暴力与违法记录：应写入个案记录',
    ),
    both('Money and debts', '收入与债务'),
    both('Names of relatives and neighbours with what they are said to have done', '亲属、邻居的姓名及传闻'),
  ],
  duty: both(
    'You owe these people confidentiality, and a note can follow somebody for years. Keep here only what you would read aloud to them; the case belongs in the case file, and a danger to somebody goes where your service’s rules say, at once.',
    '您负有保密义务，而一句记录可能跟随一个人很多年。这里只写能当面念给对方听的内容；个案信息请写入个案记录，若有人处于危险，请立即按机构规定上报。',
  ),
};
