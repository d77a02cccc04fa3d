import type { Calibration } from '../../ports/learned.ts';
import { type Group, meanRaw, merge } from './vote-group.ts';

type Block = { decisions: number; raw: number; right: number };

const MOST_BLOCKS = 20;
const LEAST_IN_BLOCK = 20;

/** The best curve that never falls (pool adjacent violators), a point at the middle of each block. `groups` ascend by `raw`. */
export function fitIsotonic(groups: readonly Group[]): Calibration['points'] {
  const blocks: Block[] = [];
  for (const block of toBlocks(groups)) {
    let last = block;
    for (let before = blocks.at(-1); before && before.right >= last.right; before = blocks.at(-1)) {
      last = join(before, last);
      blocks.pop();
    }
    blocks.push(last);
  }
  return blocks.map(({ raw, right }) => ({ raw, right }));
}

function toBlocks(groups: readonly Group[]): Block[] {
  const all = groups.reduce((sum, { decisions }) => sum + decisions, 0);
  const right = groups.reduce((sum, group) => sum + group.right, 0);
  const least = Math.max(LEAST_IN_BLOCK, Math.ceil(all / MOST_BLOCKS));
  const bins: Group[] = [];
  for (const group of groups) {
    const open = bins.at(-1);
    if (open && open.decisions < least) bins[bins.length - 1] = merge(open, group);
    else bins.push(group);
  }
  const [before, last] = [bins.at(-2), bins.at(-1)];
  if (before && last && last.decisions < least) bins.splice(-2, 2, merge(before, last));
  // One unseen decision as good as the average keeps a block without errors from promising that there will be none.
  const average = (right + 1) / (all + 2);
  return bins.map((bin) => ({
    decisions: bin.decisions + 1,
    raw: bin.raw,
    right: (bin.right + average) / (bin.decisions + 1),
  }));
}

const join = (a: Block, b: Block): Block => ({
  decisions: a.decisions + b.decisions,
  raw: meanRaw(a, b),
  right: (a.right * a.decisions + b.right * b.decisions) / (a.decisions + b.decisions),
});
