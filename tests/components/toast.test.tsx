// @vitest-environment happy-dom
import { render } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { TOAST_MS, Toast } from '../../components/parts/Toast.tsx';

test('stays its whole time, though what was done before was the same', () => {
  vi.useFakeTimers();
  const gone = vi.fn();
  const toast = (batch: string) => <Toast text="Logged" batch={batch} onUndo={() => {}} onGone={gone} />;
  const { rerender } = render(toast('one'));
  vi.advanceTimersByTime(TOAST_MS - 1);
  rerender(toast('two'));
  vi.advanceTimersByTime(TOAST_MS - 1);
  expect(gone).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(gone).toHaveBeenCalledOnce();
  vi.useRealTimers();
});
