import { both, firstWeeks, prompt } from './text.ts';
import type { PlaybookWords } from './types.ts';

export const words: PlaybookWords = {
  about: both('Students you teach or advise, and their parents', '您教导或指导的学生，以及他们的家长'),
  practices: {
    goals: prompt(
      both(
        'What does the student want to be able to do by the end of term? Ask the student first, then the parents, and note where they differ.',
        '学生希望学期末能做到什么？先问学生，再问家长，并记下两者不同的地方。',
      ),
      both(
        'What would you like to be able to do by the end of this term, and how can I help with it?',
        '这个学期结束时，你希望自己能做到什么？我可以怎样帮你？',
      ),
    ),
    communicate: prompt(
      both(
        'Make the first message home a good one: something you saw the student do well. Later ones are then easier to read.',
        '给家里的第一条消息说件好事：您看到孩子哪里做得好。以后再沟通，对方更容易听进去。',
      ),
      both(
        'I wanted to tell you about something that went well in class this week.',
        '想和您分享这周课堂上的一件好事。',
      ),
    ),
    trust: prompt(
      both(
        'What is the student curious about outside your subject? Who at home is the one to talk to, in which language, at what time?',
        '课堂之外，学生对什么感兴趣？家里找谁沟通，用什么语言、什么时间方便？',
      ),
    ),
    listen: prompt(
      both(
        'When a parent complains, write down what they are afraid of, and then what they ask for.',
        '家长有意见时，先记下他们担心什么，再记下他们希望怎么做。',
      ),
      both(
        'What do you see at home that I cannot see in class?',
        '孩子在家里的情况，有哪些是我在课堂上看不到的？',
      ),
    ),
    contact: prompt(
      both(
        'Write between the report dates, not only when marks are due or something happened.',
        '不要只在发成绩或出事时联系，平时也写几句。',
      ),
      both('A short word on how the last weeks went:', '简单说说最近几周的情况：'),
    ),
    support: prompt(
      both(
        'Which one thing would help now: more time, another example, a quiet place, somebody to ask?',
        '现在哪一样最有帮助：多一点时间、换个例子、安静的地方，还是有人可以问？',
      ),
      both(
        'I can offer some extra time this week. When would suit you?',
        '这周我可以安排一点答疑时间，你什么时候方便？',
      ),
    ),
    feedback: prompt(
      both(
        'Ask what helps them to learn in your lessons, and what gets in the way. Tell them what you change.',
        '问问在您的课上什么有助于学习，什么妨碍学习，并告诉他们您改了什么。',
      ),
      both(
        'Which part of our lessons helps you most, and which least?',
        '我们的课，哪一部分对你帮助最大，哪一部分最小？',
      ),
    ),
    together: prompt(
      both(
        'A project, a performance, an afternoon at school with the families. Open to everybody, in the open.',
        '一个项目、一场演出，或一次家庭开放日。面向所有人，公开进行。',
      ),
      both(
        'We are showing our work at school soon. We would be glad if you came.',
        '最近学校有学习成果展示，欢迎您来看看。',
      ),
    ),
    analyse: prompt(
      both(
        'Look at the rhythm: do you hear from home only when there is trouble? Who has not been heard at all?',
        '看看联系的规律：是不是只有出问题时才有消息？有没有谁一直没被听到？',
      ),
    ),
    adjust: prompt(
      both(
        'Change one thing for four weeks: the seat, the size of the task, the time you talk. Write what you expect from it.',
        '用四周改一样：座位、任务大小，或谈话的时间。写下您期望的变化。',
      ),
      both(
        'I would like to try something for four weeks and then hear from you how it went.',
        '我想用四周试一个办法，之后听听您的看法。',
      ),
    ),
    'goals-next': prompt(
      both(
        'Let the student say what is next. A goal of their own carries further than yours.',
        '让学生自己说下一步。自己定的目标走得更远。',
      ),
      both(
        'You reached what you set out to do. What would you like to try next?',
        '你定下的目标做到了，接下来想试试什么？',
      ),
    ),
    learn: prompt(
      both(
        'What worked with this student that might help another one? Note the method, not the student.',
        '在这位学生身上有效的方法，还能帮到谁？记方法，不记人。',
      ),
    ),
    review: prompt(
      both(
        'Once a term, with the student in the room where that is possible: what has grown, what is next.',
        '每学期一次，尽量让学生在场：哪里有进步，下一步是什么。',
      ),
    ),
    gather: prompt(
      both(
        'Send parents the questions before the talk, in the language they read best.',
        '谈话之前把问题发给家长，用他们最顺手的语言。',
      ),
      both(
        'Before we meet, here are a few questions to think about. Short answers are fine.',
        '见面之前，请您先想想这几个问题，简单回答就好。',
      ),
    ),
    'sum-up': prompt(
      both(
        'Which of your efforts made a difference, and which were only effort?',
        '您做的事，哪些真正起了作用，哪些只是费了力？',
      ),
    ),
    plan: prompt(
      both(
        'One step for the student, one for the parents, one for you. Write them where all three can see them.',
        '学生一步，家长一步，您一步，写在三方都能看到的地方。',
      ),
      both(
        'Here is what each of us said we would do until the next talk.',
        '这是我们各自答应在下次谈话前做的事。',
      ),
    ),
  },
  firstFollowUps: firstWeeks(
    both('Send one good thing you noticed', '告诉对方您注意到的一件好事'),
    both('Ask the student how the start felt, and what is unclear', '问问学生刚开始的感受，还有哪里不明白'),
    both(
      'A word to the parents on the first weeks, and ask for theirs',
      '和家长聊聊前几周的情况，也听听他们的',
    ),
  ),
  questionnaire: {
    intro: both(
      'I would like to know how learning is going, from where you stand. There are no right answers, and none of this is marked.',
      '想了解学习的情况，从您的角度说就好。没有标准答案，也不影响成绩。',
    ),
    questions: [
      both(
        'How is the term going so far, from 1 to 5, and why this number?',
        '这个学期到目前为止感觉如何（1 到 5 分）？为什么？',
      ),
      both('What has become easier since it began?', '开学以来，什么变得容易了？'),
      both('What is still hard, and what have you tried?', '什么还觉得难？试过哪些办法？'),
      both('Which lessons or tasks helped most?', '哪些课或作业帮助最大？'),
      both('How do we best keep in touch, and how often?', '我们用什么方式、多久联系一次最合适？'),
      both('Is there anything you would like me to know?', '还有什么希望我知道的吗？'),
    ],
    closing: both('Thank you. We will talk about it when we meet.', '谢谢，见面时我们再细聊。'),
  },
  interview: {
    opening: both(
      'We have twenty minutes. I would like to begin with what you notice, and then tell you what I see.',
      '我们有二十分钟。想先听听您注意到的，再说说我看到的。',
    ),
    questions: [
      both('What does the student tell you about school?', '孩子回家会怎么说学校的事？'),
      both('What are you glad about?', '哪些地方让您欣慰？'),
      both('What worries you?', '您担心什么？'),
      both('What helps at home when learning gets hard?', '学习遇到困难时，在家里什么办法有用？'),
      both('What should each of us do until we meet again?', '下次见面之前，我们各自做点什么？'),
    ],
  },
  avoid: [
    both('Grades and marks: they belong in the school’s records', '分数与成绩：应留在学校的系统里'),
    both('Health, diagnoses and learning difficulties', '健康状况、诊断与学习障碍'),
    both('The family’s income, quarrels, religion or origin', '家庭收入、矛盾、宗教或出身'),
    both('Words that fix a child: lazy, gifted, difficult', '给孩子定性的词：懒、聪明、难管'),
  ],
  duty: both(
    'These are notes on young people. Write as if they and their parents were reading. A worry for a child’s safety goes to the person at your school who is responsible for it, today, and not in here.',
    '这里记的是未成年人。落笔时，请当作学生和家长都会读到。若担心孩子的安全，请当天告知学校负责此事的人，不要只记在这里。',
  ),
};
