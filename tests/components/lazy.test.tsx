// @vitest-environment happy-dom
import { render, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { lazy } from '../../components/parts/lazy.tsx';

test('a lazy component has a stand-in until it is loaded, and is loaded once', async () => {
  let loads = 0;
  const Greeting = lazy(
    async () => {
      loads++;
      return ({ name }: { name: string }) => <p>Hello {name}</p>;
    },
    ({ name }) => <p>… {name}</p>,
  );
  const { container, unmount } = render(<Greeting name="Ana" />);
  expect(container.textContent).toBe('… Ana');
  await screen.findByText('Hello Ana');
  unmount();
  const again = render(<Greeting name="Bob" />);
  expect(again.container.textContent).toBe('Hello Bob');
  expect(loads).toBe(1);
});
