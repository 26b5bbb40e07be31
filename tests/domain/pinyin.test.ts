import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { describe, expect, test } from 'vitest';
import { hasHan, nameOrder, readSounds, soundsAt, soundsOf } from '../../utils/domain/pinyin.ts';
import { PINYIN } from '../../utils/domain/pinyin-table.ts';

const SOUNDS = readSounds(PINYIN);
const at = (word: string, name: string) => soundsAt(word, soundsOf(name, SOUNDS));
const said = (name: string) =>
  pinyin(name, { mode: 'surname', toneType: 'none', type: 'array', v: true }) as string[];

describe('a name is found by its sound', () => {
  test.each([
    ['wangxiaoming', '王小明', 0],
    ['wangxm', '王小明', 0],
    ['wxm', '王小明', 0],
    ['wxming', '王小明', 0],
    ['wa', '王小明', 0],
    ['xiaom', '王小明', 1],
    ['xm', '王小明', 1],
    ['ming', '王小明', 2],
    ['wm', '王小明', undefined],
    ['xmw', '王小明', undefined],
    ['wangxiaomingx', '王小明', undefined],
    ['王', '王小明', undefined],
    ['', '王小明', undefined],
    // In characters as they are written in Taiwan and Hong Kong.
    ['chenwanting', '陳婉婷', 0],
    ['zhangxueyou', '張學友', 0],
    // Two ways to cut it.
    ['xian', '西安', 0],
    ["xi'an", '西安', 0],
    // ü as v, u and yu.
    ['lvbu', '吕布', 0],
    ['lubu', '吕布', 0],
    ['lyubu', '吕布', 0],
    // What is not Chinese is passed over.
    ['wangm', '王 (Anna) 明', 0],
    ['anna', 'Anna', undefined],
  ])('%s in %s at %j', (word, name, place) => {
    expect(at(word, name)).toBe(place);
  });

  test.each([
    ['单雄信', 'shan'],
    ['仇英', 'qiu'],
    ['解缙', 'xie'],
    ['区志明', 'ou'],
    ['查良镛', 'zha'],
    ['曾国藩', 'zeng'],
    ['翟志刚', 'zhai'],
    ['尉迟恭', 'yuchi'],
    ['朴树', 'piao'],
    ['乐嘉', 'yue'],
    ['盖叫天', 'ge'],
    ['任正非', 'ren'],
    ['华罗庚', 'hua'],
    ['万俟卨', 'moqi'],
    ['澹台灭明', 'tantai'],
    ['长孙无忌', 'zhangsun'],
    ['令狐冲', 'linghu'],
    ['欧阳修', 'ouyang'],
    ['夏侯惇', 'xiahou'],
    ['覃永强', 'qin'],
    ['员半千', 'yun'],
    ['冼星海', 'xian'],
    ['逄蒙', 'pang'],
    ['臧克家', 'zang'],
  ])('%s by the surname’s own sound %s', (name, sound) => {
    expect(at(sound, name)).toBe(0);
    expect(said(name).join('').startsWith(sound)).toBe(true);
  });

  const characters = [...SOUNDS.keys()];
  const names = fc
    .array(fc.constantFrom(...characters), { minLength: 1, maxLength: 4 })
    .map((all) => all.join(''));

  test('every name by its own pinyin, by its initials, and by any beginning of each', () => {
    fc.assert(
      fc.property(names, fc.infiniteStream(fc.nat(5)), (name, cuts) => {
        const sounds = said(name);
        expect(at(sounds.join(''), name), `${name} ${sounds}`).toBe(0);
        expect(at(sounds.map(([first]) => first).join(''), name)).toBe(0);
        const begun = sounds.map((sound) => sound.slice(0, 1 + (cuts.next().value ?? 0)));
        expect(at(begun.join(''), name), `${name} ${begun}`).toBe(0);
      }),
      { numRuns: 400 },
    );
  });

  test('never by a letter that none of its sounds begins with', () => {
    fc.assert(
      fc.property(names, fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), (name, letter) => {
        const begins = soundsOf(name, SOUNDS).some((all) => all.some((sound) => sound.startsWith(letter)));
        expect(at(letter, name) !== undefined).toBe(begins);
      }),
      { numRuns: 400 },
    );
  });

  test('the hundred most frequent surnames are known', () => {
    const surnames =
      '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常';
    for (const surname of surnames) expect(soundsOf(surname, SOUNDS), surname).toHaveLength(1);
  });
});

test('only names with Chinese characters need the table', () => {
  expect(['王小明', '김 金', 'Li 李'].map(hasHan)).toEqual([true, true, true]);
  expect(['Ana', '김철수', 'さくら', 'Алла', ''].map(hasHan)).toEqual([false, false, false, false, false]);
});

describe('lists are sorted', () => {
  const names = ['周杰', 'Zoe', '阿宝', '王小明', 'ana', '李明', 'Örjan', '陈一'];
  test('by pinyin where the interface is Chinese', () => {
    expect(names.filter(hasHan).sort(nameOrder('zh-CN'))).toEqual(['阿宝', '陈一', '李明', '王小明', '周杰']);
  });
  test('as the interface’s language sorts, whatever the case and accents', () => {
    const latin = names.filter((name) => !hasHan(name));
    expect([...latin].sort(nameOrder('en'))).toEqual(['ana', 'Örjan', 'Zoe']);
    expect([...latin].sort(nameOrder('sv'))).toEqual(['ana', 'Zoe', 'Örjan']);
  });
});
