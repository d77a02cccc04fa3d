import { Hono } from 'hono';
import type { Account } from '../account.ts';
import { badRequest, forbidden, notFound } from '../errors.ts';
import type { Ctx, ZendeskEnv } from '../http.ts';
import { cursorPage, paginate } from '../pages.ts';
import { viewUser } from '../people.ts';
import type { AgentStatus, User } from '../state.ts';

const CHANNELS = ['messaging', 'support', 'talk'];
const STATUSES: readonly AgentStatus[] = ['online', 'away', 'transfers_only', 'offline'];
const FILTERS = ['filter[channel_status]', 'page[size]', 'page[after]'];

/** Who is in a group, and who is there to work. */
export function agentRoutes(account: Account) {
  const { state } = account;
  return new Hono<ZendeskEnv>()
    .get('/groups/:id/users', (c) => {
      const id = Number(c.req.param('id'));
      if (!state.groups.some((group) => group.id === id)) throw notFound();
      const members = state.users.filter(({ group_ids }) => group_ids.includes(id));
      const { page, links } = paginate(c, members);
      return c.json({ users: page.map(viewUser), ...links });
    })
    .get('/agent_availabilities', (c) => {
      if (!account.availability) throw forbidden('This account has no omnichannel routing');
      const agents = state.users.filter(({ role }) => role !== 'end-user').filter(wanted(c));
      const { page, links } = cursorPage(c, agents);
      const included = page.flatMap((agent) => CHANNELS.map((channel) => viewChannel(account, agent, channel)));
      return c.json({ data: page.map((agent) => viewAvailability(agent, account.url)), included, ...links });
    });
}

const statusOf = ({ status = 'online' }: User): AgentStatus => status;

/** Reads `filter[channel_status]=support:online`; messaging and talk have nobody. */
function wanted(c: Ctx): (agent: User) => boolean {
  const unknown = Object.keys(c.req.query()).find((key) => !FILTERS.includes(key));
  if (unknown) throw badRequest(`${unknown} is not a known parameter`);
  const filter = c.req.query('filter[channel_status]');
  if (filter === undefined) return () => true;
  const [channel = '', status = ''] = filter.split(':');
  if (!CHANNELS.includes(channel) || !STATUSES.some((known) => known === status))
    throw badRequest('filter[channel_status] is a channel and a status, such as support:online');
  return (agent) => (channel === 'support' ? statusOf(agent) : 'offline') === status;
}

const idOf = ({ id }: User): string => `agent_availabilities|${id}`;

function viewAvailability(agent: User, url: string) {
  const channels = CHANNELS.map((channel) => ({ id: `${idOf(agent)}|channels|${channel}`, type: 'channels' }));
  return {
    type: 'agent_availabilities',
    id: idOf(agent),
    attributes: { agent_id: agent.id, group_ids: agent.group_ids, skills: [], version: 1 },
    links: { self: `${url}/api/v2/agent_availabilities/${agent.id}` },
    relationships: { channels: { data: channels } },
  };
}

function viewChannel({ state }: Account, agent: User, name: string) {
  const isTheirs = name === 'support';
  const assigned = [...state.tickets.values()].filter(({ assignee_id, status }) => {
    return assignee_id === agent.id && ['new', 'open'].includes(status);
  });
  return {
    type: 'channels',
    id: `${idOf(agent)}|channels|${name}`,
    attributes: {
      name,
      status: isTheirs ? statusOf(agent) : 'offline',
      work_item_count: isTheirs ? assigned.length : 0,
    },
  };
}
