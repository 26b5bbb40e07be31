import { describe, expect, test } from 'vitest';
import { withMessage } from '../../components/hooks/useTab.ts';
import type { SeenFrame } from '../../utils/messaging/protocol.ts';

const frame = (frameId: number, documentKey: string, title = documentKey): SeenFrame => ({
  tabId: 7,
  frameId,
  documentKey,
  url: 'https://mail.example.com/',
  title,
});
const seen = ({ tabId, frameId, ...fields }: SeenFrame) => ({
  tabId,
  frameId,
  message: { type: 'seen' as const, ...fields },
});
const gone = (frameId: number, documentKey: string) => ({
  tabId: 7,
  frameId,
  message: { type: 'gone' as const, documentKey },
});

describe('the frames beside the panel, after one of them spoke,', () => {
  const frames = [frame(0, 'top'), frame(3, 'preview')];

  test('hold what it says now, the top frame first', () => {
    expect(withMessage(frames, seen(frame(0, 'top', 'new')))).toEqual([
      frame(0, 'top', 'new'),
      frame(3, 'preview'),
    ]);
    expect(withMessage(frames, seen(frame(2, 'other')))).toEqual([
      frame(0, 'top'),
      frame(2, 'other'),
      frame(3, 'preview'),
    ]);
  });

  test('no longer hold it when its document went', () => {
    expect(withMessage(frames, gone(3, 'preview'))).toEqual([frame(0, 'top')]);
  });

  test('still hold its next document when the last word of the one before comes late', () => {
    expect(withMessage(frames, gone(3, 'older'))).toEqual(frames);
    expect(withMessage(frames, gone(9, 'unknown'))).toEqual(frames);
  });

  test('leave the list that was there as it was', () => {
    const before = JSON.stringify(frames);
    withMessage(frames, seen(frame(0, 'top', 'new')));
    expect(JSON.stringify(frames)).toBe(before);
  });
});
