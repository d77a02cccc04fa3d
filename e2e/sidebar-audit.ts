import type { Frame } from 'playwright-core';
import { axeFaults } from './axe.ts';
import { focusIn } from './focus-in.ts';
import type { Workspace } from './workspace.ts';

/** Rules about whole pages, which an app inside another page cannot keep. */
const PAGE_RULES = ['region', 'page-has-heading-one', 'landmark-one-main'];

export async function frameOf(desk: Workspace): Promise<Frame> {
  const handle = await desk.part('app-frame').elementHandle();
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error('The app is not there');
  return frame;
}

/** What axe, with all rules or some, and a narrow frame find fault with. */
export const faultsIn = async (desk: Workspace, only?: readonly string[]): Promise<string[]> =>
  axeFaults(await frameOf(desk), only ? { only } : { off: PAGE_RULES });

/** Names of the buttons that are filled with colour. */
export const filledButtons = async (desk: Workspace) =>
  (await frameOf(desk)).evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button[data-garden-id]')]
      .filter(
        (button) => getComputedStyle(button).backgroundColor !== 'rgba(0, 0, 0, 0)' && !button.matches(':disabled'),
      )
      .map((button) => button.textContent),
  );

/** Opens what is folded. */
export async function unfold({ app }: Workspace): Promise<void> {
  for (const title of await app.locator('details:not([open]) > summary').all()) await title.click();
}

export const focused = async (desk: Workspace) => focusIn(await frameOf(desk));
