import type { RoutingFault } from '../../../../backend/contract/routing-faults.ts';
import { type RoutingRules, routingRulesSchema, savedRulesSchema } from '../../../../backend/contract/routing-rules.ts';
import { ApiError } from '../../../api/api-error.ts';
import type { Client } from '../../api/client.ts';
import type { OutputOf } from '../../api/routes.ts';
import type { Document, Saved } from '../../versions/document.ts';

/** The account's routing rules, of which every part is edited on a page of its own. */
export const rulesDocument = (client: Client): Document<RoutingRules> => ({
  read: async (version) => toSaved(await client.call('readRouting', { query: { version } })),
  save: async (rules, basedOn, note) =>
    toSaved(await client.call('changeRouting', { body: { rules: accepted(rules), basedOn, note } })),
  list: async () => (await client.call('listRoutings', {})).versions,
  revert: async (version) => toSaved(await client.call('revertRouting', { body: { version } })),
});

function toSaved({ version, savedBy, savedAt, note, rules }: OutputOf<'readRouting'>): Saved<RoutingRules> {
  const read = savedRulesSchema.safeParse(rules);
  if (!read.success) throw new ApiError('unreadable', 'The rules do not fit the contract');
  return { version, savedBy, savedAt, note, body: read.data };
}

/** Finds every fault at once, where the backend would name the first; what only it knows it still checks. */
export function accepted(rules: RoutingRules): RoutingRules {
  const read = routingRulesSchema.safeParse(rules);
  if (read.success) return read.data;
  throw new ApiError('bad_request', read.error.issues.map(say).join('; '));
}

// A semicolon parts one fault from the next.
const say = ({ path, message }: { path: PropertyKey[] } & Pick<RoutingFault, 'message'>) =>
  `${path.map(String).join('.') || 'rules'}: ${message.replaceAll('; ', ', ')}`;
