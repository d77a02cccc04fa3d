import { expect, it } from 'vitest';
import { triageSchema } from '../../backend/contract/triage.ts';
import { aTriage } from '../test/a-triage.ts';
import { complete } from './complete.ts';

const ASSIGNEE = { agentId: '70', name: 'Ada', open: 2, seenThere: true, passedOver: [] };
const WHOLE = triageSchema.parse({ ...aTriage(), assignee: ASSIGNEE });

/** Every field that the contract gives a default. */
const LATER = new Set([
  ...['languageConfidence', 'unread', 'instructsModel', 'setAside', 'sla', 'unassigned', 'seenThere'],
  ...['urgencyConfidence', 'sentimentConfidence', 'secondaryConfidence', 'unsure', 'decidedWhy'],
  ...['sureTeam', 'resolutionHours', 'skills', 'watchers', 'version', 'parts', 'resolution', 'copies', 'standing'],
]);

const asStoredBefore = (whole: unknown) =>
  JSON.parse(JSON.stringify(whole), function (this: object, key, value) {
    return LATER.has(key) && !('resolutionHours' === key && 'kind' in this) ? undefined : value;
  });

it('a triage of an earlier version is completed as the contract does it', () => {
  const early = asStoredBefore(WHOLE);
  expect(early).not.toEqual(WHOLE);
  expect(complete(early)).toEqual(triageSchema.parse(early));
});

it('one from before there were assignees has none', () => {
  const { assignee, ...early } = WHOLE;
  expect(complete(early as typeof WHOLE)).toEqual({ ...WHOLE, assignee: null });
});

it('what is there stays', () => {
  expect(complete(WHOLE)).toEqual(WHOLE);
});
