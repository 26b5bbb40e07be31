import { both, firstWeeks, prompt } from './text.ts';
import type { PlaybookWords } from './types.ts';

export const words: PlaybookWords = {
  about: both(
    'People you learn from: mentors, advisers, former teachers and managers',
    '您请教的人：导师、顾问、过去的老师与上司',
  ),
  practices: {
    goals: prompt(
      both(
        'What do you want to be able to decide or do in a year? And what would make the time worth it for your mentor?',
        '一年之后，您希望自己能做什么、能决定什么？对方又怎样才觉得这些时间值得？',
      ),
      both(
        'I would like to learn from you about one thing in particular. May I also ask what would make this worthwhile for you?',
        '我特别想向您请教一个方面。也想问问，怎样的交流会让您觉得有意义？',
      ),
    ),
    communicate: prompt(
      both(
        'Come with a question that can be answered, and the options you see. Send it a day ahead.',
        '带着能回答的问题和您想到的几种选择去，提前一天发给对方。',
      ),
      both(
        'For our talk: this is the question, these are the ways I see, and this is where I lean.',
        '这次想请教的问题、我想到的几种做法和目前的倾向如下：',
      ),
    ),
    trust: prompt(
      both(
        'What did they do at your age, and what would they do again? Tell them also of what you got wrong.',
        '对方在您这个年纪做过什么，什么会再做一次？也说说您自己走过的弯路。',
      ),
    ),
    listen: prompt(
      both(
        'Write down the advice you did not like. Come back to it in a month.',
        '把不爱听的建议记下来，一个月后再看。',
      ),
      both('What do you think I am not seeing here?', '在您看来，这件事我忽略了什么？'),
    ),
    contact: prompt(
      both(
        'Report back on what you did with the last advice. It is the best reason to write.',
        '告诉对方上次的建议用得怎么样，这是最好的联系理由。',
      ),
      both('I did what you suggested. This is what happened:', '我照您的建议做了，结果是这样的：'),
    ),
    support: prompt(
      both(
        'What can you give back: something from your generation, a hand with a tool, a name, a thank you in front of others?',
        '您能回报什么：年轻一代的视角、帮忙用一个工具、引荐一个人，或当众的一声感谢？',
      ),
      both(
        'You gave me so much time. Is there something I could do for you?',
        '您在我身上花了许多时间，有什么我可以为您做的吗？',
      ),
    ),
    feedback: prompt(
      both(
        'Ask how you are to work with: well prepared, too often, too seldom?',
        '问问对方与您交流的感受：准备是否充分，太勤还是太少？',
      ),
      both('Is the way I come to you with questions good for you?', '我这样来请教，您觉得合适吗？'),
    ),
    together: prompt(
      both(
        'A walk, a lecture, a meal at their favourite place. Some of the best advice comes on the way.',
        '散散步、听场讲座，或在对方喜欢的地方吃顿饭。好建议常在路上。',
      ),
      both(
        'There is a talk that may interest you. Would you like to go there together?',
        '有场讲座您可能会感兴趣，要不要一起去？',
      ),
    ),
    analyse: prompt(
      both(
        'Look at your questions over the year. Do they get better, or are they always the same one?',
        '看看一年来您问的问题，是越问越好，还是总在问同一个？',
      ),
    ),
    adjust: prompt(
      both(
        'Fewer and longer talks, or a quick message now and then? Let your mentor choose.',
        '次数少而谈得深，还是偶尔一条消息？让对方来选。',
      ),
      both(
        'Would you prefer a longer talk each quarter, or a short question now and then?',
        '您更喜欢每季度长谈一次，还是偶尔问个小问题？',
      ),
    ),
    'goals-next': prompt(
      both(
        'You reached what you came for. Say so, and thank them, before you bring the next question.',
        '当初想学的已经学到。先告诉对方并道谢，再提下一个问题。',
      ),
      both(
        'What I came to you for has worked out, thanks to you. May I tell you what I am thinking of next?',
        '当初请教您的事已经做成，多亏了您。可以说说我接下来的想法吗？',
      ),
    ),
    learn: prompt(
      both(
        'Which sentence of theirs do you now say to others? Write it down with where it came from.',
        '对方的哪句话，您现在会讲给别人听？连同出处记下来。',
      ),
    ),
    review: prompt(
      both(
        'Twice a year: what did you decide better because of these talks?',
        '每年两次：因为这些交流，哪些决定做得更好了？',
      ),
    ),
    gather: prompt(
      both(
        'Ask them to look at you with some distance: what has grown, what is still missing?',
        '请对方拉开距离看看您：哪里有长进，还缺什么？',
      ),
      both(
        'May I ask you to look back with me? A few lines to each question would mean a lot.',
        '可以请您和我一起回顾一下吗？每题写几句，对我就很珍贵。',
      ),
    ),
    'sum-up': prompt(
      both(
        'Which advice fitted, and which fitted only their time and place? Both are worth keeping.',
        '哪些建议适用，哪些只适合对方的时代与处境？两者都值得留下。',
      ),
    ),
    plan: prompt(
      both(
        'One thing you will try until the next talk. Tell them, so that somebody asks.',
        '定一件下次见面前要试的事，并告诉对方，好有人过问。',
      ),
      both('Until we speak again, I will try this:', '下次见面之前，我打算试试这件事：'),
    ),
  },
  firstFollowUps: firstWeeks(
    both(
      'Thank them for one thing they said, and say what you will do with it',
      '为对方的某句话道谢，并说您打算怎么做',
    ),
    both('Report what came of it', '告诉对方结果如何'),
    both('Ask whether they would like to go on, and how often', '询问是否愿意继续，多久一次合适'),
  ),
  questionnaire: {
    intro: both(
      'You have given me your time, and I would like to use it well. These questions are for me to learn from.',
      '承蒙您拿出时间，我想好好用它。这几个问题是为了让我改进。',
    ),
    questions: [
      both('How well do our talks go for you, from 1 to 5?', '我们的交流您感觉如何（1 到 5 分）？'),
      both('Where do you see that I have grown?', '您觉得我在哪些地方有长进？'),
      both('What do I still overlook?', '我还忽略了什么？'),
      both('Do I come well prepared, and with the right questions?', '我准备得充分吗？问题问得对吗？'),
      both('What would you like our next talks to be about?', '接下来的交流，您想谈些什么？'),
    ],
    closing: both('Thank you, for this and for the time before.', '谢谢您，为这一次，也为之前的每一次。'),
  },
  interview: {
    opening: both(
      'May I look back with you for a moment, on what I learned here and on how it is for you?',
      '可以和您一起回顾一下吗？我学到了什么，您又有什么感受？',
    ),
    questions: [
      both('What were you surprised by in what I did?', '我做的事里，什么出乎您的意料？'),
      both('What would you have told me, had I asked?', '有什么是我没问、而您本想告诉我的？'),
      both(
        'Which risk do I take too lightly, and which too seriously?',
        '哪种风险我看得太轻，哪种看得太重？',
      ),
      both('Whom else should I learn from?', '我还应当向谁请教？'),
      both('What do you get out of this, and what would you like?', '这些交流给您带来了什么？您希望有什么？'),
    ],
  },
  avoid: [
    both('What they told you in confidence about others', '对方私下谈到的别人的事'),
    both('Their health and family worries', '对方的健康与家事'),
    both('Views that they would not repeat in public', '对方不会公开说的看法'),
  ],
};
