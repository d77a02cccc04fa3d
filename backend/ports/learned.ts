import type { JudgedField } from '../contract/triage.ts';

/** What one person's final choice says about one engine's value of one field. */
export type Vote = {
  triageId: string;
  ticketId: string;
  /** Asserted by the sidebar; null counts as one more agent. */
  agentId: string | null;
  field: JudgedField;
  /** The `id` of the engine, also of one that only watched. */
  engine: string;
  language: string;
  /** The engine's own probability of its value. */
  raw: number;
  right: boolean;
};

/** How often an engine's values of a field are right, by its own probability: straight lines between the points, level outside. */
export type Calibration = {
  engine: string;
  field: JudgedField;
  /** Null: over all languages. */
  language: string | null;
  decisions: number;
  points: { raw: number; right: number }[];
};

/** The accuracy that an admin asks of a field before a value stands without a human's look, 0–1. */
export type Dial = { field: JudgedField; target: number };

/** The lowest confidence at which an engine's values of a dialled field reach its target. */
export type Threshold = { engine: string; field: JudgedField; target: number; confidence: number };

/** What a tenant's own decisions have taught so far. */
export type Learned = {
  calibrations: Calibration[];
  dials: Dial[];
  thresholds: Threshold[];
  /** How many tickets there were when the builtin engine was last trained on them. */
  trainedOn: number;
};

export const NOTHING_LEARNED: Learned = { calibrations: [], dials: [], thresholds: [], trainedOn: 0 };

/** The calibration of an engine's field, of the ticket's language where there is one. */
export const findCalibration = (
  { calibrations }: Pick<Learned, 'calibrations'>,
  engine: string,
  field: JudgedField,
  language: string,
): Calibration | null => {
  const own = calibrations.filter((one) => one.engine === engine && one.field === field);
  return own.find((one) => one.language === language) ?? own.find((one) => one.language === null) ?? null;
};

/** What a raw probability is worth. */
export function calibrate({ points }: Pick<Calibration, 'points'>, raw: number): number {
  const after = points.findIndex((point) => point.raw >= raw);
  const [low, high] = [points[after - 1], points[after]];
  if (!high) return points.at(-1)?.right ?? 0;
  if (!low || high.raw === low.raw) return high.right;
  return low.right + ((high.right - low.right) * (raw - low.raw)) / (high.raw - low.raw);
}
