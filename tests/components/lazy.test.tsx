// @vitest-environment happy-dom
import { render, screen } from '@testing-library/preact';
import { render as draw } from 'preact';
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

test('what was loaded for another place, after this one was made and before it asked, is shown in this one, too', async () => {
  let come: (component: () => string) => void = () => {};
  const Late = lazy(
    () =>
      new Promise<() => string>((resolve) => {
        come = resolve;
      }),
  );
  const soon = () => new Promise((resolve) => setTimeout(resolve, 100));
  const first = document.body.appendChild(document.createElement('div'));
  const second = document.body.appendChild(document.createElement('div'));
  draw(<Late />, first);
  await soon();
  draw(<Late />, second);
  // Effects come after painting.
  come(() => 'here');
  await soon();
  expect([first.textContent, second.textContent]).toEqual(['here', 'here']);
});
