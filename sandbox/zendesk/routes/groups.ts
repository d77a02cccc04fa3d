import { Hono } from 'hono';
import type { Account } from '../account.ts';
import { notFound } from '../errors.ts';
import { removeGroup, renameGroup } from '../groups.ts';
import { type Ctx, readJson, type ZendeskEnv } from '../http.ts';
import { objectAt } from '../json.ts';
import { paginate } from '../pages.ts';
import type { Group } from '../state.ts';

const OPENED = '2023-02-01T09:00:00Z';

export function groupRoutes(account: Account) {
  const { state } = account;
  const find = (c: Ctx): Group => {
    const group = state.groups.find(({ id }) => id === Number(c.req.param('id')));
    if (group === undefined) throw notFound();
    return group;
  };
  return new Hono<ZendeskEnv>()
    .on('GET', ['/groups', '/groups/assignable'], (c) => {
      const { page, links } = paginate(c, state.groups);
      return c.json({ groups: page.map((group) => viewGroup(group, account.url)), ...links });
    })
    .get('/groups/:id', (c) => c.json({ group: viewGroup(find(c), account.url) }))
    .put('/groups/:id', async (c) => {
      const group = find(c);
      renameGroup(account, group, objectAt(await readJson(c), 'group').name);
      return c.json({ group: viewGroup(group, account.url) });
    })
    .delete('/groups/:id', (c) => {
      removeGroup(account, find(c));
      return c.body(null, 204);
    });
}

function viewGroup({ id, name }: Group, url: string) {
  const stamps = { created_at: OPENED, updated_at: OPENED };
  return {
    url: `${url}/api/v2/groups/${id}.json`,
    id,
    name,
    description: '',
    default: false,
    deleted: false,
    is_public: true,
    ...stamps,
  };
}
