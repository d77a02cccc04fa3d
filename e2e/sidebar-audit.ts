import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';
import type { Workspace } from './workspace.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Rules about whole pages, which an app inside another page cannot keep. */
const PAGE_RULES = ['region', 'page-has-heading-one', 'landmark-one-main'];

type Violation = { id: string; nodes: { html: string }[] };

export async function frameOf(desk: Workspace): Promise<Frame> {
  const handle = await desk.part('app-frame').elementHandle();
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error('The app is not there');
  return frame;
}

/** What axe, with all rules or some, and a narrow frame find fault with. */
export async function faultsIn(desk: Workspace, only?: readonly string[]): Promise<string[]> {
  const frame = await frameOf(desk);
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.addScriptTag({ path: AXE });
  return frame.evaluate(
    async ({ off, on }) => {
      const { axe } = window as unknown as { axe: { run: (options: object) => Promise<{ violations: Violation[] }> } };
      const rules = Object.fromEntries(off.map((id) => [id, { enabled: false }]));
      const { violations } = await axe.run(on ? { runOnly: [...on] } : { rules });
      const { scrollWidth, clientWidth } = document.documentElement;
      return [
        ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
        ...(scrollWidth > clientWidth ? [`${scrollWidth} px of content in ${clientWidth} px`] : []),
      ];
    },
    { off: PAGE_RULES, on: only },
  );
}

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

/** What has the focus, and whether one sees that it has. */
export const focused = async (desk: Workspace) =>
  (await frameOf(desk)).evaluate(() => {
    const { activeElement: element } = document;
    if (!element || element === document.body) return null;
    const { outlineStyle, boxShadow } = getComputedStyle(element);
    const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
    return { name, seen: outlineStyle !== 'none' || boxShadow !== 'none' };
  });
