import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

type Violation = { id: string; nodes: { html: string }[] };

type Rules = { only: readonly string[] } | { off: readonly string[] };

/** What axe finds fault with in what the frame shows now, and content that is wider than the frame. */
export async function axeFaults(frame: Frame, asked: Rules = { off: [] }): Promise<string[]> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.addScriptTag({ path: AXE });
  return frame.evaluate(async (wanted) => {
    // Colours in transition are nobody's choice.
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null)));
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<{ violations: Violation[] }> } };
    const options =
      'only' in wanted
        ? { runOnly: [...wanted.only] }
        : { rules: Object.fromEntries(wanted.off.map((id) => [id, { enabled: false }])) };
    const { violations } = await axe.run(options);
    const { scrollWidth, clientWidth } = document.documentElement;
    return [
      ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
      ...(scrollWidth > clientWidth ? [`${scrollWidth} px of content in ${clientWidth} px`] : []),
    ];
  }, asked);
}
