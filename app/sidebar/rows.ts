import type { FieldName } from '../../backend/contract/feedback.ts';
import { PRIORITY_OF } from '../../backend/contract/priority.ts';
import type { Urgency } from '../../backend/contract/taxonomy.ts';
import type { Classification, Triage } from '../../backend/contract/triage.ts';
import type { Desk } from '../api/useSettings.ts';
import { type FormChange, type FormPath, type TicketForm, valueAt } from '../zaf/ticket-form.ts';
import { currentOf, optionOf, SENTIMENTS, URGENCIES, urgencyOf } from './vocabulary.ts';

export type RowName = 'category' | 'urgency' | 'sentiment' | 'group' | 'tags';
export type Choices = Partial<Record<RowName, string>>;

/** A place that a row writes to, and what it means in feedback. */
export type Target = FormChange & { value: string; row: RowName; field: FieldName; suggested: string; chosen: string };
type Place = Omit<Target, 'row'>;

export type Row = {
  name: RowName;
  /** Slug, `P2`, sentiment, group id, or tags joined by a space; null when we have nothing to suggest. */
  suggested: string | null;
  chosen: string | null;
  /** What the form holds now, in the same words. */
  current: string | null;
  options: readonly string[];
  /** What applying the row would change in the form; empty when it already holds. */
  changes: Target[];
  /** Part of "Apply all". */
  selected: boolean;
  /** Too unsure to choose for the agent. */
  undecided: boolean;
};

export type Scene = {
  triage: Triage;
  desk: Desk;
  form: TicketForm;
  choices: Choices;
  /** Rows that were applied before: what a human did to them since stands. */
  settled: ReadonlySet<RowName>;
};

export function buildRows(scene: Scene): Row[] {
  const { classification } = scene.triage;
  if (!classification) return [];
  return [
    categoryRow(scene, classification),
    urgencyRow(scene, classification),
    sentimentRow(scene, classification),
    groupRow(scene),
    tagsRow(scene),
  ];
}

/** Rows of before say only that something is unsure, and meant the category. */
export const isUnsure = ({ unsure, needsReview }: Classification) =>
  unsure.includes('category') || (needsReview && unsure.length === 0);

function categoryRow(scene: Scene, classification: Classification): Row {
  const { desk, form, choices } = scene;
  const { category, candidates } = classification;
  const chosen = choices.category ?? category;
  const target = custom(desk.fields.category, 'category', category, chosen);
  const undecided = isUnsure(classification) && choices.category === undefined;
  return row(scene, 'category', target, {
    suggested: category,
    chosen,
    current: currentOf(form, desk.fields, 'category'),
    options: [...new Set([category, ...candidates.map((candidate) => candidate.category), ...desk.categories])],
    selected: !undecided,
    undecided,
  });
}

function urgencyRow(scene: Scene, { urgency, unsure }: Classification): Row {
  const { desk, form, choices } = scene;
  const chosen = (choices.urgency ?? urgency) as Urgency;
  const current = urgencyOf(valueAt(form, 'ticket.priority'));
  const undecided = unsure.includes('urgency') && choices.urgency === undefined;
  const priority: Place = {
    path: 'ticket.priority',
    value: PRIORITY_OF[chosen],
    field: 'priority',
    suggested: PRIORITY_OF[urgency],
    chosen: PRIORITY_OF[chosen],
  };
  return row(scene, 'urgency', [...custom(desk.fields.urgency, 'urgency', urgency, chosen), priority], {
    suggested: urgency,
    chosen,
    current,
    options: URGENCIES,
    selected: !undecided && (choices.urgency !== undefined || !isLower(chosen, current)),
    undecided,
  });
}

/** A higher priority than ours is someone's decision: we show ours and leave theirs. */
export const isLower = (ours: string | null, theirs: string | null) =>
  ours !== null && theirs !== null && URGENCIES.indexOf(ours as Urgency) > URGENCIES.indexOf(theirs as Urgency);

function sentimentRow(scene: Scene, { sentiment, unsure }: Classification): Row {
  const { desk, form, choices } = scene;
  const chosen = choices.sentiment ?? sentiment;
  const undecided = unsure.includes('sentiment') && choices.sentiment === undefined;
  return row(scene, 'sentiment', custom(desk.fields.sentiment, 'sentiment', sentiment, chosen), {
    suggested: sentiment,
    chosen,
    current: currentOf(form, desk.fields, 'sentiment'),
    options: SENTIMENTS,
    selected: !undecided,
    undecided,
  });
}

function groupRow(scene: Scene): Row {
  const { triage, desk, form, choices } = scene;
  const suggested = triage.routing?.groupId ?? null;
  const chosen = choices.group ?? groupOfChoice(scene) ?? suggested;
  const path = 'ticket.assignee.group.id';
  const target: Place[] =
    chosen === null ? [] : [{ path, value: chosen, field: 'group', suggested: suggested ?? '', chosen }];
  const linked = desk.teams.flatMap(({ groupId }) => groupId ?? []);
  return row(scene, 'group', target, {
    suggested,
    chosen,
    current: valueAt(form, path),
    options: [...new Set(suggested === null ? linked : [suggested, ...linked])],
    // A category without a linked group leaves the suggested group, which was meant for the rejected one.
    selected: choices.group !== undefined || choices.category === undefined || groupOfChoice(scene) !== null,
  });
}

/** The group that takes the category which the agent chose. */
function groupOfChoice({ desk, choices }: Scene): string | null {
  const team = choices.category && desk.teamOf[choices.category];
  return desk.teams.find((known) => known.team === team)?.groupId ?? null;
}

function tagsRow(scene: Scene): Row {
  const tags = ['ait_triaged', ...(scene.triage.escalation?.flagged ? ['ait_escalated'] : [])];
  const suggested = tags.join(' ');
  const targets = tags.map((tag): Place => {
    return { path: `tag:${tag}`, value: 'yes', field: 'tags', suggested, chosen: suggested };
  });
  return row(scene, 'tags', targets, { suggested, chosen: suggested, current: null, options: [], selected: true });
}

const custom = (
  id: string | null,
  field: 'category' | 'urgency' | 'sentiment',
  suggested: string,
  chosen: string,
): Place[] =>
  id === null
    ? []
    : [{ path: `custom_field_${id}` as FormPath, value: optionOf(field, chosen), field, suggested, chosen }];

function row(
  scene: Scene,
  name: RowName,
  places: Place[],
  rest: Omit<Row, 'name' | 'changes' | 'undecided'> & { undecided?: boolean },
): Row {
  const missing = places.filter(({ path, value }) => valueAt(scene.form, path) !== value);
  const changes = missing.map((place) => ({ ...place, row: name }));
  const wanted = scene.choices[name] !== undefined || !scene.settled.has(name);
  return { name, changes, undecided: false, ...rest, selected: rest.selected && wanted && changes.length > 0 };
}

/** Set along with whatever is applied, where they are empty: our confidence and the escalation checkbox. */
export function companions({ triage, desk, form }: Scene): FormChange[] {
  const { confidence, escalation } = desk.fields;
  const places: FormChange[] = [];
  if (confidence && triage.classification)
    places.push({ path: `custom_field_${confidence}`, value: triage.classification.confidence.toFixed(2) });
  if (escalation && triage.escalation?.flagged) places.push({ path: `custom_field_${escalation}`, value: 'yes' });
  return places.filter(({ path }) => valueAt(form, path) === null);
}
