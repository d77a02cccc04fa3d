import type { Calibration } from '../../ports/learned.ts';
import type { Group } from './vote-group.ts';

type Points = Calibration['points'];

const MOST_POINTS = 20;
const PASSES = 50;
/** An engine that says 0 or 1 is taken to mean this or the other end. */
const LEAST = 1e-4;
/** How many units of evidence speak for taking the engine at its word, before any decision: settles what decisions leave open. */
const TRUST_IN_SLOPE = 1;

const logit = (raw: number): number => {
  const within = Math.min(Math.max(raw, LEAST), 1 - LEAST);
  return Math.log(within / (1 - within));
};
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

type Line = { slope: number; shift: number };

/** A logistic curve over the logit of the raw probability (Platt 1999), never falling. `groups` ascend by `raw`. */
export function fitPlatt(groups: readonly Group[]): Points {
  const { slope, shift } = fitLine(groups);
  const raws = spread(groups).map(({ raw }) => raw);
  return raws.map((raw) => ({ raw, right: sigmoid(slope * logit(raw) + shift) }));
}

function fitLine(groups: readonly Group[]): Line {
  const [right, all] = [sum(groups, (group) => group.right), sum(groups, (group) => group.decisions)];
  // Platt's targets: one unseen decision of either kind.
  const targets = { right: (right + 1) / (right + 2), wrong: 1 / (all - right + 2) };
  const aims = groups.map((group) => ({
    x: logit(group.raw),
    weight: group.decisions,
    aim: (group.right * targets.right + (group.decisions - group.right) * targets.wrong) / group.decisions,
  }));
  let line: Line = { slope: 1, shift: 0 };
  for (let pass = 0; pass < PASSES; pass++) {
    const next = step(aims, line);
    if (Math.abs(next.slope - line.slope) + Math.abs(next.shift - line.shift) < 1e-7) break;
    line = next;
  }
  if (line.slope >= 0) return line;
  const level = sum(aims, ({ aim, weight }) => aim * weight) / all;
  return { slope: 0, shift: Math.log(level / (1 - level)) };
}

type Aim = { x: number; weight: number; aim: number };

/** One step of Newton's method, halved until the fit improves. */
function step(aims: readonly Aim[], { slope, shift }: Line): Line {
  let [bySlope, byShift] = [TRUST_IN_SLOPE * (slope - 1), 0];
  let [slope2, both, shift2] = [TRUST_IN_SLOPE, 0, 1e-9];
  for (const { x, weight, aim } of aims) {
    const p = sigmoid(slope * x + shift);
    const [error, bend] = [weight * (p - aim), weight * p * (1 - p)];
    bySlope += error * x;
    byShift += error;
    slope2 += bend * x * x;
    both += bend * x;
    shift2 += bend;
  }
  const area = slope2 * shift2 - both * both;
  const bySlopeStep = (shift2 * bySlope - both * byShift) / area;
  const byShiftStep = (slope2 * byShift - both * bySlope) / area;
  const before = loss(aims, { slope, shift });
  for (let size = 1; size > 1e-6; size /= 2) {
    const next = { slope: slope - size * bySlopeStep, shift: shift - size * byShiftStep };
    if (loss(aims, next) < before) return next;
  }
  return { slope, shift };
}

const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

const loss = (aims: readonly Aim[], { slope, shift }: Line): number =>
  (TRUST_IN_SLOPE * (slope - 1) ** 2) / 2 +
  sum(aims, ({ x, weight, aim }) => {
    const z = slope * x + shift;
    return weight * (softplus(z) - aim * z);
  });

/** The ends and, between them, groups with as many decisions from one to the next. */
function spread(groups: readonly Group[]): Group[] {
  if (groups.length <= MOST_POINTS) return [...groups];
  const all = sum(groups, ({ decisions }) => decisions);
  let [seen, kept] = [0, 0];
  return groups.filter(({ decisions }, index) => {
    seen += decisions;
    const due = index === 0 || index === groups.length - 1 || seen / all >= kept / (MOST_POINTS - 1);
    const take = due && (kept < MOST_POINTS - 1 || index === groups.length - 1);
    if (take) kept++;
    return take;
  });
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
