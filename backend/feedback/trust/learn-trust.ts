import { type JudgedField, judgedFieldSchema } from '../../contract/triage.ts';
import type { FieldTrust, TrustView } from '../../contract/trust.ts';
import { calibrate, type Dial, findCalibration, type Learned, type Threshold, type Vote } from '../../ports/learned.ts';
import { trustCurve } from './curve.ts';
import { fitCalibrations, LEAST_DECISIONS } from './fit-calibration.ts';
import { neededFor, type Picked, pickThreshold, reachOf } from './pick-threshold.ts';
import { type Judgement, rankDecisions } from './rank-decisions.ts';

type Calibrated = Pick<Learned, 'calibrations'>;

/** What the votes teach: what each engine's probabilities are worth, and from which confidence on a dialled field holds. */
export function learnTrust(
  votes: readonly Vote[],
  dials: readonly Dial[],
): Pick<Learned, 'calibrations' | 'thresholds'> {
  const learned = { calibrations: fitCalibrations(votes) };
  const engines = [...new Set(votes.map(({ engine }) => engine))];
  const thresholds = engines.flatMap((engine) =>
    dials.flatMap(({ field, target }): Threshold[] => {
      const picked = pickThreshold(judge(votesOn(votes, engine, field), learned), target);
      return picked.status === 'picked' ? [{ engine, field, target, confidence: picked.confidence }] : [];
    }),
  );
  return { ...learned, thresholds };
}

/** What an admin sees of it. `learned` is what is in force; a target that nothing is in force for yet is judged afresh. */
export function describeTrust(
  votes: readonly Vote[],
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
      return describeField(
        { field, engine, target, decisions: own.length },
        judge(own, covering(own, learned)),
        inForce,
      );
    });
  });
  return { fields };
}

const votesOn = (votes: readonly Vote[], engine: string, field: JudgedField): Vote[] =>
  votes.filter((vote) => vote.engine === engine && vote.field === field);

/** What is in force for these votes' engine and field, or would be. */
const covering = (own: readonly Vote[], learned: Calibrated): Calibrated =>
  own.some(({ engine, field, language }) => findCalibration(learned, engine, field, language))
    ? learned
    : { calibrations: fitCalibrations(own) };

/** Votes that no calibration covers say nothing about a confidence. */
const judge = (votes: readonly Vote[], learned: Calibrated): Judgement[] =>
  votes.flatMap(({ engine, field, language, raw, right }) => {
    const calibration = findCalibration(learned, engine, field, language);
    return calibration ? [{ confidence: calibrate(calibration, raw), right }] : [];
  });

type Subject = Pick<FieldTrust, 'field' | 'engine' | 'target' | 'decisions'>;

function describeField(subject: Subject, judged: readonly Judgement[], inForce: Threshold | undefined): FieldTrust {
  const curve = trustCurve(judged);
  if (subject.target === null) {
    const unset = {
      threshold: null,
      status: 'no_target',
      message: 'no target set',
      coverage: null,
      accuracy: null,
    } as const;
    return { ...subject, ...unset, needed: LEAST_DECISIONS, curve };
  }
  const needed = neededFor(subject.target);
  const outcome = (inForce && held(judged, inForce)) ?? pickThreshold(judged, subject.target);
  const reach = outcome.status === 'picked' ? outcome : outcome.status === 'out_of_reach' ? outcome.best : null;
  return {
    ...subject,
    needed,
    threshold: outcome.status === 'picked' ? outcome.confidence : null,
    status: outcome.status,
    message: tell(outcome, subject.decisions),
    coverage: reach?.coverage ?? null,
    accuracy: reach?.accuracy ?? null,
    curve,
  };
}

/** How a threshold in force does on the decisions of today. */
function held(judged: readonly Judgement[], { confidence }: Threshold): Picked | null {
  const last = rankDecisions(judged).findLast((step) => step.confidence >= confidence);
  return last ? { status: 'picked', decisions: judged.length, ...reachOf(last, judged.length), confidence } : null;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

function tell(outcome: Picked, decisions: number): string {
  if (outcome.status === 'not_enough') return `not enough evidence: ${decisions} of ${outcome.needed} decisions`;
  const { above, coverage, accuracy } = outcome.status === 'picked' ? outcome : outcome.best;
  const found = `${percent(accuracy.estimate)} right (${percent(accuracy.low)} to ${percent(accuracy.high)})`;
  return outcome.status === 'picked'
    ? `${found} in ${above} of ${outcome.decisions} decisions (${percent(coverage)}) from confidence ${outcome.confidence.toFixed(2)} on`
    : `out of reach: the surest ${above} of ${outcome.decisions} decisions are ${found}`;
}
