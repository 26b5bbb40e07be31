// A dozen invented conversations. Everybody here is made up; the addresses can't exist (RFC 2606).

/** Whose mailbox this is. */
export const ME = { name: 'Robin Hale', email: 'robin.hale@example.com' };

const alice = { name: 'Alice Nguyen', email: 'alice.nguyen@example.com', profile: 'alice-nguyen' };
const wang = { name: '王小明', email: 'wang.xiaoming@example.com', profile: 'wang-xiaoming' };
const ana = { name: 'Ana Pérez', email: 'ana.perez@example.com' };
const lina = { name: '李娜', email: 'li.na@example.com' };
const chen = { name: '陈静', email: 'chen.jing@example.com' };
const jonas = { name: 'Jonas Weber', email: 'jonas.weber@example.com' };
const priya = { name: 'Priya Raman', email: 'priya.raman@example.com' };
const samira = { name: 'Samira Haddad', email: 'samira.haddad@example.com' };
const grace = { name: 'Grace Okafor', email: 'grace.okafor@example.com' };
const tomas = { name: 'Tomás Silva', email: 'tomas.silva@example.com' };
const helen = { name: 'Helen Ford', email: 'helen.ford@example.com' };

/**
 * The threads, newest first. A message's `ago` is how many days back it was sent and at what hour; `to` is the mailbox's
 * owner where nothing else is said.
 */
export const THREADS = [
  {
    id: 'coffee',
    subject: 'Coffee on Thursday?',
    messages: [
      {
        from: alice,
        ago: [6, '09:12'],
        text: 'Hello Robin,\n\nI am in town on Thursday. Is there time for a coffee? I would like to hear how the first branch is doing with the pilot.\n\nAlice',
      },
      {
        from: ME,
        to: [alice],
        ago: [5, '17:40'],
        text: 'Thursday works. Ten o’clock at the usual place?\n\nRobin',
      },
      {
        from: alice,
        ago: [0, '-50'],
        text: 'Ten is perfect. Could you bring the pilot deck? Our Berlin team asked for a reference, and I would rather show them yours than describe it.\n\nSee you on Thursday,\nAlice',
      },
    ],
  },
  {
    id: 'review',
    subject: '下周的项目评审',
    messages: [
      {
        from: wang,
        cc: [chen],
        ago: [2, '16:05'],
        text: 'Robin，您好：\n\n下周三下午三点的项目评审，您方便参加吗？我们想先听听您对第二阶段范围的意见，材料我周一发给您。\n\n祝好\n王小明',
      },
      {
        from: ME,
        to: [wang],
        cc: [chen],
        ago: [1, '10:20'],
        text: '小明，你好：\n\n周三三点可以。期待看到材料。\n\nRobin',
      },
      { from: wang, cc: [chen], ago: [0, '-140'], text: '太好了，谢谢！周三见。\n\n小明' },
    ],
  },
  {
    id: 'documents',
    subject: 'Alice Nguyen shared “Pilot deck” with you',
    messages: [
      {
        from: { name: 'alice.nguyen@example.com', email: 'share@docs-notice.example.net' },
        ago: [1, '07:58'],
        text: 'alice.nguyen@example.com has shared a document with you.\n\nSign in to see “Pilot deck”.\n\n(This message only pretends to be from Alice: look at the address. Kith shows the real one and warns.)',
      },
    ],
  },
  {
    id: 'workshop',
    subject: 'Photos from the workshop',
    messages: [
      {
        from: priya,
        to: [ME, jonas, tomas],
        cc: [helen],
        ago: [3, '13:31'],
        text: 'Dear all,\n\nthank you for two good days. The photos are in the shared folder. I wrote down what each of us promised:\n\n– Robin: the pilot deck\n– Jonas: the list of branches\n– Tomás: a draft of the questionnaire\n\nPriya',
      },
    ],
  },
  {
    id: 'notes-weekly',
    subject: 'Field Notes 48: the long table',
    label: 'newsletter',
    messages: [
      {
        from: { name: 'Field Notes Weekly', email: 'letters@fieldnotes.example.org' },
        to: [{ name: 'Field Notes readers', email: 'readers@lists.example.org' }],
        ago: [4, '06:00'],
        text: 'This week: why long tables make better meetings, a visit to a paper mill, and three letters from readers.\n\nYou get this because you subscribed to Field Notes. (A newsletter is no touchpoint: Kith does not count it.)',
      },
    ],
  },
  {
    id: 'parents',
    subject: '九月家长会安排',
    messages: [
      {
        from: lina,
        cc: [helen],
        ago: [8, '18:44'],
        text: 'Robin 老师您好：\n\n家长会定在周五晚上七点，在二楼的音乐教室。小雨的家长希望会后和您单独谈十分钟，可以吗？\n\n李娜',
      },
    ],
  },
  {
    id: 'contract',
    subject: '合同续签',
    messages: [
      {
        from: ME,
        to: [chen],
        ago: [15, '11:02'],
        text: '陈静，你好：\n\n合同月底到期，续签的条款附上了。有问题随时找我。\n\nRobin',
      },
      {
        from: chen,
        ago: [12, '09:30'],
        text: '您好：\n\n条款已经看过，法务还有一处要改，下周给您答复。\n\n陈静',
      },
    ],
  },
  {
    id: 'questionnaire',
    subject: 'Draft of the questionnaire',
    messages: [
      {
        from: ME,
        to: [tomas],
        ago: [18, '15:15'],
        text: 'Hello Tomás,\n\ndo you have a first draft of the questionnaire? Rough is fine.\n\nRobin',
      },
    ],
  },
  {
    id: 'minutes',
    subject: 'Minutes of the board',
    messages: [
      {
        from: helen,
        to: [priya],
        cc: [ME],
        ago: [21, '12:10'],
        text: 'Priya,\n\nthe minutes of Tuesday, for your comments by Friday.\n\nHelen\n\n(You were only copied in: Kith does not count this as a conversation with Helen.)',
      },
    ],
  },
  {
    id: 'branches',
    subject: 'Re: List of branches',
    messages: [
      {
        from: jonas,
        ago: [30, '08:20'],
        text: 'Good morning Robin,\n\nattached is the list of branches. Two of them could start in January.\n\nJonas',
      },
      { from: ME, to: [jonas], ago: [29, '09:00'], text: 'Thank you Jonas, this helps a lot.\n\nRobin' },
    ],
  },
  {
    id: 'reference',
    subject: 'A reference for the clinic',
    messages: [
      {
        from: ana,
        ago: [41, '10:45'],
        text: 'Dear Robin,\n\nthe clinic in Sevilla would like to talk to someone who has used the method for a year. Could I give them your name?\n\nUn abrazo,\nAna',
      },
    ],
  },
  {
    id: 'appointment',
    subject: 'New opening hours',
    messages: [
      {
        from: samira,
        ago: [52, '14:00'],
        text: 'Dear Robin,\n\nfrom next month our practice is also open on Saturday mornings. Your check-up is due in spring; shall we find a day?\n\nSamira Haddad',
      },
    ],
  },
  {
    id: 'mentor',
    subject: 'One thing I would do differently',
    messages: [
      {
        from: grace,
        ago: [74, '20:15'],
        text: 'Robin,\n\nit was good to see you. One thing I would do differently: ask them what they want from the second year before you tell them what you want.\n\nCall me when you have asked.\n\nGrace',
      },
    ],
  },
];

/** People with a page of their own in the directory. */
export const PROFILES = {
  'alice-nguyen': {
    ...alice,
    headline: 'Head of Partnerships',
    organization: 'Acme',
    place: 'Berlin, Germany',
    linkedin: 'https://www.linkedin.com/in/alice-nguyen-example/',
    about:
      'I help small branches of large firms work with the people around them. Before Acme I ran a bookshop, which is the same work with better chairs.',
    past: [
      ['Head of Partnerships', 'Acme', '2023 –'],
      ['Partner manager', 'Northwind', '2018 – 2023'],
      ['Owner', 'Bookshop on the corner', '2012 – 2018'],
    ],
  },
  'wang-xiaoming': {
    ...wang,
    headline: '产品总监',
    organization: '远山科技',
    place: '上海，中国',
    linkedin: 'https://www.linkedin.com/in/wang-xiaoming-example/',
    about: '做了十五年企业软件，相信好产品来自长期的信任。周末喜欢骑车和拍照。',
    past: [
      ['产品总监', '远山科技', '2021 –'],
      ['产品经理', '海石软件', '2014 – 2021'],
    ],
  },
};

/** When a message was sent: `[days back, 'HH:MM']`, or `[0, '-minutes']` for today. */
export function sentAt([days, time], now) {
  if (time.startsWith('-')) return new Date(now + Number(time) * 60_000);
  const at = new Date(now);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  at.setDate(at.getDate() - days);
  at.setHours(hours, minutes, 0, 0);
  return at;
}
