import { both, firstWeeks, prompt } from './text.ts';
import type { PlaybookWords } from './types.ts';

export const words: PlaybookWords = {
  about: both(
    'Offices and officials you deal with, or constituents you serve',
    '您打交道的机关与公职人员，或您服务的选民与居民',
  ),
  practices: {
    goals: prompt(
      both(
        'What is this office responsible for, and what does it need in order to decide? Put your request, and the public interest in it, beside that.',
        '这个部门负责什么，作决定需要哪些材料？把您的诉求及其中的公共利益写在旁边。',
      ),
      both(
        'What do you need from us to be able to decide, and in which form?',
        '为便于贵处作出决定，我们需要提供哪些材料，以什么形式提交？',
      ),
    ),
    communicate: prompt(
      both(
        'Put matters in writing, with the reference number first, and confirm spoken agreements by mail on the same day.',
        '事情落到书面，先写编号；口头约定当天用邮件确认。',
      ),
      both('I write to confirm what was said today:', '现将今天的沟通内容确认如下：'),
    ),
    trust: prompt(
      both(
        'Who decides, who prepares, who may speak? Note roles and deadlines, and keep to the procedure also where a short cut is offered.',
        '谁决定、谁经办、谁可以表态？记下职责与期限；即使有捷径，也按程序办。',
      ),
    ),
    listen: prompt(
      both(
        'Write down the objection with its legal or practical ground. Answer it point by point.',
        '把异议及其法律或实际依据记下来，逐条回应。',
      ),
      both(
        'Which point in our request raises doubts, and on which ground?',
        '我们的申请中哪一点有疑问，依据是什么？',
      ),
    ),
    contact: prompt(
      both(
        'Report progress before you are asked, and keep their calendar in mind: budgets, sessions, elections, holidays.',
        '在被问之前先汇报进展；留意对方的日程：预算、会议、选举、节假日。',
      ),
      both('For your information, this is where the matter stands:', '现将事项进展报告如下，供参考：'),
    ),
    support: prompt(
      both(
        'What would make their work easier: complete papers, figures, a contact, a visit on site? Nothing that could be seen as a favour.',
        '什么能让对方工作更顺：齐全的材料、数据、联系人，还是现场察看？不提供任何可能被视为好处的东西。',
      ),
      both(
        'Would figures or a visit on site help you with this matter?',
        '如有需要，我们可以提供数据或安排现场察看。',
      ),
    ),
    feedback: prompt(
      both(
        'Ask after each procedure what was missing in your papers. With constituents: whether they were told what became of their concern.',
        '每件事办完后，问问材料还缺什么。面对居民，则问他们是否知道事情的结果。',
      ),
      both(
        'What could we prepare better the next time, so that you have less work with it?',
        '下次我们怎样准备，能减少贵处的工作量？',
      ),
    ),
    together: prompt(
      both(
        'Hearings, working groups, open days, a site visit: joint work in public. Invitations and gifts only as the rules allow.',
        '听证会、工作组、开放日、实地走访：公开地一起做事。邀请与礼品以规定为限。',
      ),
      both(
        'We would like to invite your office to see the project on site, at a time that suits you.',
        '诚邀贵处方便时到项目现场察看指导。',
      ),
    ),
    analyse: prompt(
      both(
        'How long do answers take each way, and what is open on your side? Compare with the deadlines of the procedure.',
        '双方回复各需多久，您这边还有什么没办完？对照程序规定的期限看一看。',
      ),
    ),
    adjust: prompt(
      both(
        'Another form, another channel, or the office one step before? Note whether the person or only the post has changed.',
        '换一种形式、换一个渠道，还是先找前一环节？注意换的是人，还是岗位职责。',
      ),
      both('Which way of submitting this suits your office best?', '请问以哪种方式提交对贵处最方便？'),
    ),
    'goals-next': prompt(
      both(
        'The matter is closed. Is there a standing issue on which regular exchange would serve the public?',
        '此事已办结。有没有值得长期沟通、于公众有益的议题？',
      ),
      both(
        'Now that the matter is closed, would a regular exchange on this subject be useful to you?',
        '此事已办结，今后就这一议题定期沟通，您看是否有必要？',
      ),
    ),
    learn: prompt(
      both(
        'What did this procedure teach you: papers, order, timing? Keep it as a checklist for the next.',
        '这次办理有什么心得：材料、顺序、时机？整理成下次用的清单。',
      ),
    ),
    review: prompt(
      both(
        'Look at the course of the matters, not at the officials: what was answered, what was kept, what is open.',
        '回顾事项的进程，而不是评价经办人：哪些有回复，哪些已兑现，哪些未了。',
      ),
    ),
    gather: prompt(
      both(
        'Ask the office in writing, and constituents in a way that leaves no trace of their views.',
        '对机关以书面形式征询；对居民，方式上不留下其个人立场的痕迹。',
      ),
      both(
        'To improve our cooperation, may we ask for your view on the following questions?',
        '为改进今后的配合，想就以下问题征求您的意见。',
      ),
    ),
    'sum-up': prompt(
      both(
        'Which argument carried, and which document? Which of your assumptions about the procedure was wrong?',
        '哪条理由、哪份材料起了作用？您对程序的哪个判断是错的？',
      ),
    ),
    plan: prompt(
      both(
        'List the next steps with their deadlines and who is responsible, and send them to the office.',
        '列出下一步、期限与责任人，并发给对方。',
      ),
      both(
        'From our exchange we noted these next steps and deadlines:',
        '根据沟通，现将后续步骤与期限整理如下：',
      ),
    ),
  },
  firstFollowUps: firstWeeks(
    both('Confirm the conversation in writing, with the reference number', '书面确认沟通内容，并注明编号'),
    both('Ask whether the papers are complete', '确认材料是否齐全'),
    both('Ask about the state of the matter, and offer what is missing', '询问办理进度，补充所缺材料'),
  ),
  questionnaire: {
    intro: both(
      'We would like our cooperation to be clear and reliable. Please answer as far as your office allows.',
      '希望我们的配合清楚、可靠。请在职责允许的范围内作答。',
    ),
    questions: [
      both('How well does the cooperation work, from 1 to 5?', '您对目前的配合打几分（1 到 5 分）？'),
      both('Were our papers complete and clear? What was missing?', '我们的材料是否齐全、清楚？缺什么？'),
      both('Were answers in time, in both directions?', '双方的答复是否及时？'),
      both('Did you know at each step who was responsible on our side?', '每一步您是否清楚我方由谁负责？'),
      both('What should we do differently the next time?', '下一次我们应当怎样改进？'),
    ],
    closing: both(
      'Thank you. We will take it into account and tell you how.',
      '谢谢。我们会认真采纳，并反馈改进情况。',
    ),
  },
  interview: {
    opening: both(
      'I would like to hear how the procedure went from your side. I ask about the course of things, not about decisions.',
      '想听听您这边对办理过程的看法。只谈过程，不谈决定本身。',
    ),
    questions: [
      both(
        'Which of our papers saved you work, and which made work?',
        '我们的哪些材料省了您的事，哪些添了麻烦？',
      ),
      both('At which step did the matter wait, and for what?', '事情在哪一步停住了，在等什么？'),
      both('What do the rules ask for that we tend to overlook?', '规定里有哪些要求是我们常忽略的？'),
      both('What do people in the district ask you about most?', '当地居民问得最多的是什么？'),
      both('What should be agreed for the next procedure?', '下一次办理，我们应当先约定什么？'),
    ],
  },
  avoid: [
    both('Political views, party membership, votes', '政治立场、党派归属、投票情况'),
    both('Religion, origin and health', '宗教、出身与健康'),
    both('What was said in confidence or is under official secrecy', '私下透露或涉密的内容'),
    both('Private circumstances of officials and of constituents', '公职人员与居民的私人情况'),
  ],
  duty: both(
    'Notes on officials and citizens may have to be disclosed, and views on politics or religion are protected by law in many places. Record the matter, the reference and the dates, and leave the person’s views out.',
    '关于公职人员和公民的记录可能依法公开，政治与宗教立场在许多地方受法律保护。请只记事项、编号与日期，不记个人立场。',
  ),
};
