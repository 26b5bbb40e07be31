import { both, firstWeeks, prompt } from './text.ts';
import type { PlaybookWords } from './types.ts';

export const words: PlaybookWords = {
  about: both(
    'People in your care, from a practice, a clinic or a therapy',
    '诊所、医院或治疗机构中由您照护的患者',
  ),
  practices: {
    goals: prompt(
      both(
        'What would this person like to be able to do again in daily life? Note it in their words and leave the findings to the record.',
        '患者最希望恢复日常生活中的哪件事？用对方的话记下来，检查结果请留在病历里。',
      ),
      both(
        'What matters most to you in daily life, so that we can plan towards it together?',
        '日常生活里，您最在意的是什么？我们可以朝这个方向一起安排。',
      ),
    ),
    communicate: prompt(
      both(
        'Say what comes next, when, and whom to call with a question. Ask them to tell it back in their own words.',
        '说明下一步是什么、什么时候，有疑问找谁。请对方用自己的话复述一遍。',
      ),
      both(
        'Here is what happens next, and how to reach us if anything is unclear.',
        '接下来的安排如下，如有不清楚的地方，可以这样联系我们。',
      ),
    ),
    trust: prompt(
      both(
        'How would they like to be addressed? Who may be told what, with their consent, and who comes along? What would they rather not be asked in front of others?',
        '对方希望怎样被称呼？经本人知情同意，哪些信息可以告诉谁？谁会陪同？哪些问题不愿当着别人的面被问？',
      ),
    ),
    listen: prompt(
      both(
        'A complaint about waiting or wording is a gift. Note it, answer it, and say what was changed.',
        '对等候或措辞的不满值得珍惜。记下来，给出回应，并说明改了什么。',
      ),
      both(
        'Was there anything in your last visit that we could have done better?',
        '上次来的时候，有什么地方我们可以做得更好？',
      ),
    ),
    contact: prompt(
      both(
        'A call a few days after something changed catches questions early. Agree on the channel that is safe for them.',
        '情况有变化后，隔几天做一次电话随访，可以及早发现疑问。先约好对患者来说安全的联系方式。',
      ),
      both(
        'I am calling to ask how you are getting on, and whether any question has come up.',
        '想问问您最近还顺利吗，有没有什么疑问？',
      ),
    ),
    support: prompt(
      both(
        'What is in the way in practice: transport, forms, language, somebody to watch the children? Point to who can help.',
        '实际的困难是什么：交通、表格、语言，还是孩子没人照看？告诉对方可以找谁帮忙。',
      ),
      both(
        'Is there anything about getting here or about the paperwork that we can make easier?',
        '来就诊的路上或办手续方面，有什么我们可以帮忙简化的吗？',
      ),
    ),
    feedback: prompt(
      both(
        'Ask after the visit, by a route that does not need courage: a form, a colleague, a call.',
        '就诊之后再问，方式要让人不必鼓起勇气：一张表、一位同事，或一个电话。',
      ),
      both(
        'One question about your last visit: what should we do differently?',
        '关于上次就诊，想请教一点：我们哪里该改？',
      ),
    ),
    together: prompt(
      both(
        'Decide together: lay out the options, ask what weighs most for them, and leave time. An open day or a group counts too.',
        '共同决策：摆出各种选择，问患者最看重什么，并留出时间考虑。开放日、病友小组也算共同活动。',
      ),
      both(
        'There is more than one good way from here. Shall we go through them together?',
        '接下来不止一条路可走，我们一起看看，好吗？',
      ),
    ),
    analyse: prompt(
      both(
        'Look at contacts, not at health: who calls whom, what was promised, how long do they wait for an answer?',
        '看的是联系，不是病情：谁联系谁，答应过什么，对方等回复要多久？',
      ),
    ),
    adjust: prompt(
      both(
        'Would another time, a written summary, an interpreter or a relative at the table help? Note the preference, not its cause.',
        '换个时间、给一份书面说明、请口译或让家人在场，会不会更好？只记偏好，不记原因。',
      ),
      both(
        'Would you like to have a written summary of what we discuss, or to bring somebody along?',
        '您需要一份书面小结吗？或者希望有人陪同？',
      ),
    ),
    'goals-next': prompt(
      both(
        'What they wanted has been reached, or has changed. Ask again. Goals move with life.',
        '原来的愿望已经实现，或者变了。再问一次，目标会随生活改变。',
      ),
      both(
        'Is what we aimed for still what matters most to you?',
        '我们当初定的目标，现在仍是您最在意的吗？',
      ),
    ),
    learn: prompt(
      both(
        'What about explaining, waiting or reaching people could your team do better for everybody? Leave the person out of it.',
        '在解释、等候或联系方面，团队可以为所有人改进什么？不要带出具体的人。',
      ),
    ),
    review: prompt(
      both(
        'Look back on how you work together: being heard, understanding, keeping appointments on both sides.',
        '回顾你们的配合：是否被倾听、是否听得明白、双方是否按时赴约。',
      ),
    ),
    gather: prompt(
      both(
        'Make it plain that answers do not affect the care, and that leaving a question out is fine.',
        '说清楚：答案不会影响照护，不想答的可以跳过。',
      ),
      both(
        'We would like to learn how you find our care. You are free to skip any question.',
        '想了解您对我们服务的感受，任何问题都可以不答。',
      ),
    ),
    'sum-up': prompt(
      both(
        'Which small thing made the most difference to this person’s visits?',
        '哪一个小小的改变，对这位患者的就诊帮助最大？',
      ),
    ),
    plan: prompt(
      both(
        'Who does what until the next appointment? Give it to them in writing, in plain words.',
        '下次就诊之前谁做什么？用平实的话写下来交给对方。',
      ),
      both('This is what we agreed until your next appointment.', '这是我们约好在下次就诊前要做的事。'),
    ),
  },
  firstFollowUps: firstWeeks(
    both(
      'Ask whether everything was clear, and whether a question came up',
      '询问是否都清楚，有没有新的疑问',
    ),
    both('Check that what was arranged has happened', '确认安排好的事已经落实'),
    both('Ask how they find the way we work together', '询问对方对目前的配合方式有何感受'),
  ),
  questionnaire: {
    intro: both(
      'We would like to know how you experience our care. Your answers do not affect your treatment. Please do not write about your health here.',
      '想了解您对我们服务的感受。您的回答不影响治疗，也请不要在此填写健康信息。',
    ),
    questions: [
      both('How well did you feel listened to, from 1 to 5?', '您觉得自己被倾听的程度是几分（1 到 5 分）？'),
      both(
        'Did you leave knowing what comes next? What was unclear?',
        '离开时，您清楚下一步吗？哪里不清楚？',
      ),
      both('How easy was it to reach us and to get an appointment?', '联系我们和预约方便吗？'),
      both(
        'Were your wishes taken into account when things were decided?',
        '做决定时，您的意愿得到考虑了吗？',
      ),
      both('What should we do differently?', '我们该在哪些地方改进？'),
    ],
    closing: both(
      'Thank you. If you have a question about your health, please call us rather than writing it here.',
      '谢谢您。如有健康方面的疑问，请直接来电，不要写在这里。',
    ),
  },
  interview: {
    opening: both(
      'I would like to talk about how we work together, not about findings. You may stop at any point.',
      '想和您聊聊我们的配合，不谈检查结果。您随时可以停下。',
    ),
    questions: [
      both('What do you need to feel well looked after?', '怎样做会让您觉得被好好照顾？'),
      both('When did you feel well understood, and when not?', '什么时候您觉得被理解，什么时候没有？'),
      both(
        'Is the way we tell you things right for you: pace, language, who is there?',
        '我们告知的方式合适吗：快慢、语言、在场的人？',
      ),
      both('What makes it hard to keep to what we agree on?', '我们约好的事，做起来难在哪里？'),
      both('What would you like to be different next time?', '下一次，您希望有什么不同？'),
    ],
  },
  avoid: [
    both('Diagnoses, findings, medication, test results', '诊断、检查结果、用药与化验'),
    both('Anything that belongs in the medical record', '一切应写入病历的内容'),
    both('Mental health, addiction, sexuality, pregnancy', '精神心理状况、成瘾、性与怀孕'),
    both('Health of relatives', '亲属的健康状况'),
  ],
  duty: both(
    'You owe these people confidentiality. Keep here only how you stay in touch and work together; everything about health belongs in the medical record, under its rules.',
    '您对他们负有保密义务。这里只记如何联系、如何配合；凡与健康有关的，都应按规定写入病历。',
  ),
};
