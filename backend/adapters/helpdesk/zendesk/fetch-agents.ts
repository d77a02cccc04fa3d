import { z } from 'zod';
import type { GroupAgent } from '../../../ports/assignment.ts';
import { OutsideError } from '../../../ports/errors.ts';
import type { ZendeskClient } from './client.ts';
import { paged, readPages } from './read-pages.ts';

/** A thousand tickets at once ask once. */
const READ_MS = 45_000;
/** A helpdesk that has just failed is left alone for a moment, or for as long as it asks. */
const FAILED_MS = 10_000;
/** As many ids as an address can hold. */
const AGENTS_A_SEARCH = 50;
/** Light agents and contributors can have no tickets. */
const CANNOT_HAVE_TICKETS = [1, 3];
/** A ticket may have ended since the search last looked. */
const OVER = ['solved', 'closed', 'deleted'];

const usersSchema = z.object({
  users: z.array(
    z.looseObject({
      id: z.number(),
      name: z.string().nullish(),
      role: z.string(),
      role_type: z.number().nullish(),
      active: z.boolean().nullish(),
      suspended: z.boolean().nullish(),
    }),
  ),
  ...paged,
});
const onlineSchema = z.object({
  data: z.array(z.looseObject({ attributes: z.looseObject({ agent_id: z.number() }) })),
  ...paged,
});
const foundSchema = z.object({
  results: z.array(z.looseObject({ id: z.number(), assignee_id: z.number().nullish(), status: z.string() })),
  ...paged,
});

type Member = Pick<GroupAgent, 'id' | 'name'>;

async function fetchMembers(client: ZendeskClient, groupId: string, ownUserId: string): Promise<Member[]> {
  const path = `/api/v2/groups/${encodeURIComponent(groupId)}/users.json?page[size]=100`;
  const pages = await readPages(client, usersSchema, path);
  return pages
    .flatMap(({ users }) => users)
    .filter(({ id, role, role_type, active, suspended }) => {
      const works = role !== 'end-user' && active !== false && suspended !== true;
      return works && !CANNOT_HAVE_TICKETS.includes(role_type ?? -1) && String(id) !== ownUserId;
    })
    .map(({ id, name }) => ({ id: String(id), name: name ?? null }));
}

/** Who is online for tickets; null where the account's plan or our role does not let us know. */
async function fetchOnline(client: ZendeskClient): Promise<ReadonlySet<string> | null> {
  const path = '/api/v2/agent_availabilities?filter[channel_status]=support:online&page[size]=100';
  const pages = await readPages(client, onlineSchema, path).catch((error) => {
    if (error instanceof OutsideError && ['forbidden', 'not_found'].includes(error.code)) return null;
    throw error;
  });
  return pages && new Set(pages.flatMap(({ data }) => data.map(({ attributes }) => String(attributes.agent_id))));
}

async function fetchOpenTickets(client: ZendeskClient, members: Member[]): Promise<Map<string, string[]>> {
  const open = new Map<string, string[]>(members.map(({ id }) => [id, []]));
  for (let at = 0; at < members.length; at += AGENTS_A_SEARCH) {
    const assignees = members.slice(at, at + AGENTS_A_SEARCH).map(({ id }) => `assignee:${id}`);
    const query = encodeURIComponent(['status<solved', ...assignees].join(' '));
    const path = `/api/v2/search/export.json?filter[type]=ticket&page[size]=500&query=${query}`;
    for (const { results } of await readPages(client, foundSchema, path))
      for (const { id, assignee_id, status } of results)
        if (!OVER.includes(status)) open.get(String(assignee_id))?.push(String(id));
  }
  return open;
}

/** Reads once for all who ask within a while. */
function remembering<T>(read: () => Promise<T>): () => Promise<T> {
  let held: { value: Promise<T>; endsAt: number } | null = null;
  return () => {
    if (held && held.endsAt > Date.now()) return held.value;
    const reading = { value: read(), endsAt: Number.POSITIVE_INFINITY };
    held = reading;
    const endIn = (ms: number) => {
      reading.endsAt = Date.now() + ms;
    };
    reading.value.then(
      () => endIn(READ_MS),
      (error) => endIn(Math.max(FAILED_MS, error instanceof OutsideError ? (error.retryAfterSeconds ?? 0) * 1000 : 0)),
    );
    return reading.value;
  };
}

/** The agents of a group, who of them is there and what they have to do; a minute old at most. */
export function createAgentReading(client: ZendeskClient, readOwnId: () => Promise<string>) {
  const groups = new Map<string, () => Promise<GroupAgent[]>>();
  const readOnline = remembering(() => fetchOnline(client));

  const readGroup = async (groupId: string): Promise<GroupAgent[]> => {
    const asking = readOnline();
    // Awaited below: until then its failure is nobody's.
    asking.catch(() => {});
    const members = await fetchMembers(client, groupId, await readOwnId());
    const [online, open] = await Promise.all([asking, fetchOpenTickets(client, members)]);
    return members.map(({ id, name }) => {
      return { id, name, available: online?.has(id) ?? null, openTickets: open.get(id) ?? [] };
    });
  };

  return (groupId: string): Promise<GroupAgent[]> => {
    const known = groups.get(groupId) ?? remembering(() => readGroup(groupId));
    groups.set(groupId, known);
    return known();
  };
}
