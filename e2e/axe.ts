import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

type Violation = { id: string; nodes: { html: string }[] };

/** What axe finds fault with in what the frame shows now, and content that is wider than the frame. `off`: rules that do not apply. */
export async function axeFaults(frame: Frame, off: readonly string[] = []): Promise<string[]> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.addScriptTag({ path: AXE });
  return frame.evaluate(async (ids) => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<{ violations: Violation[] }> } };
    const rules = Object.fromEntries(ids.map((id) => [id, { enabled: false }]));
    const { violations } = await axe.run({ rules });
    const { scrollWidth, clientWidth } = document.documentElement;
    return [
      ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
      ...(scrollWidth > clientWidth ? [`${scrollWidth} px of content in ${clientWidth} px`] : []),
    ];
  }, off);
}
