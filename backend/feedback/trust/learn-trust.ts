import { type JudgedField, judgedFieldSchema } from '../../contract/triage.ts';
import type { FieldTrust, TrustView } from '../../contract/trust.ts';
import {
  calibrate,
  type Dial,
  type Evidence,
  findCalibration,
  type Learned,
  type Threshold,
} from '../../ports/learned.ts';
import { trustCurve } from './curve.ts';
import { fitCalibrations, LEAST_DECISIONS } from './fit-calibration.ts';
import { neededFor, type Picked, pickThreshold, reachOf } from './pick-threshold.ts';
import { type Judgement, rankDecisions } from './rank-decisions.ts';

type Calibrated = Pick<Learned, 'calibrations'>;

/** What the votes teach: what each engine's probabilities are worth, and from which confidence on a dialled field holds. */
export function learnTrust(
  votes: readonly Evidence[],
  dials: readonly Dial[],
): Pick<Learned, 'calibrations' | 'thresholds'> {
  const learned = { calibrations: fitCalibrations(votes) };
  const engines = [...new Set(votes.map(({ engine }) => engine))];
  const thresholds = engines.flatMap((engine) =>
    dials.flatMap(({ field, target }): Threshold[] => {
      const picked = pickThreshold(judge(votesOn(votes, engine, field), learned), target);
      if (picked.status === 'not_enough') return [];
      return [{ engine, field, target, confidence: picked.status === 'picked' ? picked.confidence : null }];
    }),
  );
  return { ...learned, thresholds };
}

/** What an admin sees of it: only what is in force. `learned` is that; evidence may have come since. */
export function describeTrust(
  votes: readonly Evidence[],
  learned: Pick<Learned, 'calibrations' | 'thresholds'>,
  dials: readonly Dial[],
): TrustView {
  const fields = judgedFieldSchema.options.flatMap((field) => {
    const target = dials.find((dial) => dial.field === field)?.target ?? null;
    const engines = [...new Set(votes.filter((vote) => vote.field === field).map(({ engine }) => engine))];
    return (engines.length > 0 ? engines.toSorted() : [null]).map((engine) => {
      const own = engine === null ? [] : votesOn(votes, engine, field);
      const inForce = learned.thresholds.find(
        (one) => one.engine === engine && one.field === field && one.target === target,
      );
      return describeField({ field, engine, target, decisions: own.length }, judge(own, learned), inForce);
    });
  });
  return { fields };
}

const votesOn = (votes: readonly Evidence[], engine: string, field: JudgedField): Evidence[] =>
  votes.filter((vote) => vote.engine === engine && vote.field === field);

/** Votes that no calibration covers say nothing about a confidence. */
const judge = (votes: readonly Evidence[], learned: Calibrated): Judgement[] =>
  votes.flatMap(({ engine, field, language, raw, right }) => {
    const calibration = findCalibration(learned, engine, field, language);
    return calibration ? [{ confidence: calibrate(calibration, raw), right }] : [];
  });

type Subject = Pick<FieldTrust, 'field' | 'engine' | 'target' | 'decisions'>;

function describeField(subject: Subject, judged: readonly Judgement[], inForce: Threshold | undefined): FieldTrust {
  const { target } = subject;
  return {
    ...subject,
    needed: target === null ? LEAST_DECISIONS : neededFor(target),
    threshold: inForce?.confidence ?? null,
    ...(target === null ? say('no_target', 'no target set') : standing({ ...subject, target }, judged, inForce)),
    curve: trustCurve(judged),
  };
}

type Standing = Pick<FieldTrust, 'status' | 'message' | 'coverage' | 'accuracy'>;

const say = (status: FieldTrust['status'], message: string): Standing => ({
  status,
  message,
  coverage: null,
  accuracy: null,
});

/** How a field does against its target by what is in force. */
function standing(
  { target, decisions }: Subject & { target: number },
  judged: readonly Judgement[],
  inForce: Threshold | undefined,
): Standing {
  const threshold = inForce?.confidence ?? null;
  const outcome = threshold === null ? unproven(judged, target, inForce) : held(judged, threshold);
  if (outcome) {
    const { coverage, accuracy } = outcome.status === 'picked' ? outcome : outcome.best;
    return { status: outcome.status, message: tell(outcome), coverage, accuracy };
  }
  if (threshold !== null) return say('picked', `no decision lies above confidence ${threshold.toFixed(2)}`);
  const needed = neededFor(target);
  return decisions < needed
    ? say('not_enough', `not enough evidence: ${decisions} of ${needed} decisions`)
    : say('pending', 'enough decisions: learned from within a minute or so');
}

type Reached = Exclude<Picked, { status: 'not_enough' }>;

/** How a threshold in force does on the decisions of today. */
function held(judged: readonly Judgement[], confidence: number): Reached | null {
  const last = rankDecisions(judged).findLast((step) => step.confidence >= confidence);
  return last ? { status: 'picked', decisions: judged.length, ...reachOf(last, judged.length), confidence } : null;
}

/** The nearest to a target that is found out of reach; null where that has not been found, or does not hold any more. */
function unproven(judged: readonly Judgement[], target: number, inForce: Threshold | undefined): Reached | null {
  const outcome = pickThreshold(judged, target);
  return inForce && outcome.status === 'out_of_reach' ? outcome : null;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

function tell(outcome: Reached): string {
  const { above, coverage, accuracy } = outcome.status === 'picked' ? outcome : outcome.best;
  const found = `${percent(accuracy.estimate)} right (${percent(accuracy.low)} to ${percent(accuracy.high)})`;
  return outcome.status === 'picked'
    ? `${found} in ${above} of ${outcome.decisions} decisions (${percent(coverage)}) from confidence ${outcome.confidence.toFixed(2)} on`
    : `out of reach: the surest ${above} of ${outcome.decisions} decisions are ${found}`;
}
