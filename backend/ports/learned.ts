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

/** A vote with the version of the model whose value it judges, as far as that is known. */
export type CastVote = Vote & { model: string | null };

/** What counts of a vote: one a ticket, field and engine. */
export type Evidence = Pick<Vote, 'field' | 'engine' | 'language' | 'raw' | 'right'>;

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

/**
 * The lowest confidence at which an engine's values of a dialled field reach its target; null when there is evidence
 * enough and none does, so that every value wants a human's look.
 */
export type Threshold = { engine: string; field: JudgedField; target: number; confidence: number | null };

/** What a tenant's own decisions have taught so far. */
export type Learned = {
  calibrations: Calibration[];
  dials: Dial[];
  thresholds: Threshold[];
  /** The version of the builtin engine's model that earned its calibrations and thresholds. */
  builtinModel: string | null;
  /** How many tickets there were when a training of the builtin engine was last begun. */
  trainedOn: number;
  /** The version of the taxonomy that this was for; null when there was none yet. */
  trainedFor: string | null;
};

export const NOTHING_LEARNED: Learned = {
  calibrations: [],
  dials: [],
  thresholds: [],
  builtinModel: null,
  trainedOn: 0,
  trainedFor: null,
};

/** What holds while the builtin engine runs on this model: nothing that another one has earned. */
export function earnedBy(learned: Learned, builtinModel: string): Learned {
  if (learned.builtinModel === builtinModel) return learned;
  const others = <One extends { engine: string }>(all: One[]) => all.filter(({ engine }) => engine !== 'builtin');
  return { ...learned, calibrations: others(learned.calibrations), thresholds: others(learned.thresholds) };
}

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
