import { type Calibration, calibrate, type Evidence } from '../../ports/learned.ts';
import { fitIsotonic } from './isotonic.ts';
import { fitPlatt } from './platt.ts';
import { type Group, merge } from './vote-group.ts';

/** Fewer decisions say nothing that is worth showing. */
export const LEAST_DECISIONS = 60;
const LEAST_OF_LANGUAGE = 150;
/** From here on a free curve may beat a logistic one. */
const LEAST_FOR_ISOTONIC = 500;
const FOLDS = 5;
const MOST_GROUPS = 200;

type Judged = Pick<Evidence, 'raw' | 'right'>;

/** What each engine's probabilities of each field are worth, over all languages and in each language with enough decisions. */
export function fitCalibrations(votes: readonly Evidence[]): Calibration[] {
  const judged = Map.groupBy(votes, ({ engine, field }) => JSON.stringify([engine, field]));
  return [...judged.values()].filter((own) => own.length >= LEAST_DECISIONS).flatMap(fitAll);
}

function fitAll(votes: Evidence[]): Calibration[] {
  const all = fitOne(votes, null);
  const languages = [...Map.groupBy(votes, ({ language }) => language)].filter(
    ([, own]) => own.length >= LEAST_OF_LANGUAGE && own.length < votes.length,
  );
  return [...all, ...languages.flatMap(([language, own]) => fitOne(own, language))];
}

const fitOne = (votes: Evidence[], language: string | null): Calibration[] =>
  votes.slice(0, 1).map(({ engine, field }) => ({
    engine,
    field,
    language,
    decisions: votes.length,
    points: fitPoints(votes),
  }));

function fitPoints(votes: readonly Judged[]): Calibration['points'] {
  const groups = toGroups(votes);
  if (votes.length < LEAST_FOR_ISOTONIC) return fitPlatt(groups);
  const losses = heldOutLosses(votes, [fitPlatt, fitIsotonic]);
  return (losses[1] ?? 0) < (losses[0] ?? 0) ? fitIsotonic(groups) : fitPlatt(groups);
}

/** Votes of neighbouring probabilities together, as many groups as matter to a curve of few points. */
function toGroups(votes: readonly Judged[]): Group[] {
  const least = votes.length / MOST_GROUPS;
  const groups: Group[] = [];
  for (const { raw, right } of votes.toSorted((a, b) => a.raw - b.raw)) {
    const one = { raw: Math.min(Math.max(raw, 0), 1), right: right ? 1 : 0, decisions: 1 };
    const open = groups.at(-1);
    if (open && (open.raw === one.raw || open.decisions < least)) groups[groups.length - 1] = merge(open, one);
    else groups.push(one);
  }
  return groups;
}

type Fit = (groups: readonly Group[]) => Calibration['points'];

/** Log loss of each kind of curve on votes that it was not fitted on; the same however the votes are ordered. */
function heldOutLosses(votes: readonly Judged[], kinds: readonly Fit[]): number[] {
  const ranked = votes.toSorted((a, b) => a.raw - b.raw || Number(a.right) - Number(b.right));
  const folds = Array.from({ length: FOLDS }, (_, fold) => ({
    groups: toGroups(ranked.filter((_, index) => index % FOLDS !== fold)),
    heldOut: ranked.filter((_, index) => index % FOLDS === fold),
  }));
  return kinds.map((curveOf) =>
    folds.reduce((total, { groups, heldOut }) => total + lossOf(curveOf(groups), heldOut), 0),
  );
}

const lossOf = (points: Calibration['points'], votes: readonly Judged[]): number =>
  votes.reduce((loss, { raw, right }) => {
    const chance = calibrate({ points }, raw);
    return loss - Math.log(right ? chance : 1 - chance);
  }, 0);
