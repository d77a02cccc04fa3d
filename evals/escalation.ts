import type { EscalationReason } from '../backend/contract/triage.ts';
import { assess, yardstickOf } from '../backend/pipeline/assess.ts';
import { findSignals } from '../backend/pipeline/escalation/find-signals.ts';
import { escalate } from '../backend/pipeline/route.ts';
import type { Engine, RawClassification, Score } from '../backend/ports/engine.ts';
import { NOTHING_LEARNED } from '../backend/ports/learned.ts';
import { askAll, type Judged } from './ask-all.ts';
import { EvalFailure } from './failure.ts';
import { figuresOf } from './judge-rows.ts';
import type { Options } from './options.ts';
import type { RowSets } from './row-sets.ts';
import { NO_ANSWER, type Outcome } from './scores.ts';
import { readShippedTaxonomy } from './shipped-taxonomy.ts';

const LABELS = ['escalate', 'none'] as const;
const LAYERS = ['signal', 'model', 'sentiment'] as const;
type Layer = EscalationReason['layer'];

type Verdict = Outcome & { label: string; layers: Layer[] };

/** Whether the product would flag each ticket, by its own rules on an engine's reading and the customer's words. */
export async function measureSignals(engine: Engine, { test, skipped }: RowSets, options: Options) {
  if (test.length === 0) throw new EvalFailure(`${options.data}: no row has a label`);
  const asking = { engine, taxonomy: readShippedTaxonomy() };
  const { judged, model, cost, reasons } = await askAll('escalation', asking, test);
  const verdicts = judged.map((one) => judge(engine, one));
  const unanswered = judged.filter(({ raw }) => raw === null).length;
  const wanted = verdicts.filter(({ expected }) => expected === 'escalate').length;
  return {
    engine: engine.id,
    model,
    labels: [...LABELS],
    skipped,
    ...figuresOf(verdicts, options),
    recallByLabel: flaggedByLabel(verdicts),
    layers: countLayers(verdicts),
    unanswered,
    ...(unanswered > 0 && { unansweredBy: reasons }),
    cost,
    baselines: {
      phrases: accuracyOf(verdicts, ({ layers }) => layers.includes('signal')),
      majority: Math.max(wanted, verdicts.length - wanted) / verdicts.length,
    },
  };
}

function judge(engine: Engine, { row, raw, ms }: Judged): Verdict {
  const { label, language } = row;
  const expected = label === 'none' ? 'none' : 'escalate';
  const signals = findSignals(`${row.subject}\n\n${row.text}`);
  if (!raw) return { label, language, expected, predicted: NO_ANSWER, confidence: 0, ms, layers: [] };
  const decided = { decidedBy: engine.name, decidedWhy: 'first', model: null, fallbackReason: null } as const;
  const classification = { ...assess(raw, yardstickOf(NOTHING_LEARNED, engine.id, language, 0)), ...decided };
  const { flagged, reasons } = escalate({ classification, escalationRisk: raw.escalationRisk, signals });
  const layers = [...new Set(reasons.map(({ layer }) => layer))];
  const predicted = flagged ? 'escalate' : 'none';
  return { label, language, expected, predicted, confidence: confidenceOf(raw, layers), ms, layers };
}

const probabilityOf = (scores: readonly Score[], wanted: string): number =>
  scores.find(({ value }) => value === wanted)?.probability ?? 0;

/** A phrase is taken at its word; else it is the likelier of top urgency and anger, or that neither holds. */
function confidenceOf({ urgency, sentiment }: RawClassification, layers: readonly Layer[]): number {
  if (layers.includes('signal')) return 1;
  const worst = Math.max(probabilityOf(urgency, 'P1'), probabilityOf(sentiment, 'angry'));
  return layers.length > 0 ? worst : 1 - worst;
}

function flaggedByLabel(verdicts: readonly Verdict[]) {
  const byLabel = [...Map.groupBy(verdicts, ({ label }) => label)].sort(([a], [b]) => a.localeCompare(b));
  const isFlagged = ({ predicted }: Verdict): boolean => predicted === 'escalate';
  return Object.fromEntries(
    byLabel.map(([label, own]) => [label, { n: own.length, flagged: own.filter(isFlagged).length / own.length }]),
  );
}

/** How many tickets each layer flagged, how many of those rightly, and how many only it did. */
function countLayers(verdicts: readonly Verdict[]) {
  return Object.fromEntries(
    LAYERS.map((layer) => {
      const fired = verdicts.filter(({ layers }) => layers.includes(layer));
      const right = fired.filter(({ expected }) => expected === 'escalate').length;
      const alone = fired.filter(({ layers }) => layers.length === 1).length;
      return [layer, { fired: fired.length, precision: fired.length > 0 ? right / fired.length : null, alone }];
    }),
  );
}

const accuracyOf = (verdicts: readonly Verdict[], isFlagged: (verdict: Verdict) => boolean): number =>
  verdicts.filter((one) => (one.expected === 'escalate') === isFlagged(one)).length / verdicts.length;
