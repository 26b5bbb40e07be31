import type { Page } from '@playwright/test';

/** Takes back what the toast says was done: the toast of what was done before may still be there. */
export async function undo(page: Page, done: string): Promise<void> {
  await page.locator('.toast', { hasText: done }).getByRole('button', { name: 'Undo' }).click();
}
