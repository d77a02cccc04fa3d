import type { Triage } from '../../backend/contract/triage.ts';

/** A triage that an earlier version stored lacks what came later: the contract's own defaults. */
export const complete = (triage: Triage): Triage => ({
  ...{ languageConfidence: 0, unread: false, instructsModel: false, setAside: [] },
  ...{ sla: null, unassigned: null },
  ...triage,
  classification: triage.classification && {
    ...{ urgencyConfidence: 0, sentimentConfidence: 0, secondaryConfidence: null, unsure: [], decidedWhy: 'first' },
    ...triage.classification,
  },
  routing: triage.routing && {
    ...{ sureTeam: false, resolutionHours: null, skills: [], watchers: [], version: 0 },
    ...triage.routing,
  },
  assignee: triage.assignee ? { ...{ seenThere: true }, ...triage.assignee } : null,
  sources:
    triage.sources?.map((source) => ({ ...{ resolution: null, copies: 1, standing: 'current' }, ...source })) ?? null,
  draft: triage.draft && { ...{ parts: [] }, ...triage.draft },
});
