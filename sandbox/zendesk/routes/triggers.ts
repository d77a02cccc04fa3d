import { Hono } from 'hono';
import type { Account } from '../account.ts';
import { notFound } from '../errors.ts';
import { type Ctx, readJson, type ZendeskEnv } from '../http.ts';
import { objectAt } from '../json.ts';
import { paginate } from '../pages.ts';
import type { Trigger } from '../state.ts';
import { readTrigger } from '../triggers.ts';

export function triggerRoutes(account: Account) {
  const { state } = account;
  const view = (trigger: Trigger) => ({ url: `${account.url}/api/v2/triggers/${trigger.id}.json`, ...trigger });
  const find = (c: Ctx): Trigger => {
    const trigger = state.triggers.find(({ id }) => id === Number(c.req.param('id')));
    if (trigger === undefined) throw notFound();
    return trigger;
  };
  return new Hono<ZendeskEnv>()
    .get('/triggers', (c) => {
      const { page, links } = paginate(c, state.triggers);
      return c.json({ triggers: page.map(view), ...links });
    })
    .get('/triggers/:id', (c) => c.json({ trigger: view(find(c)) }))
    .post('/triggers', async (c) => {
      const trigger = readTrigger(account, objectAt(await readJson(c), 'trigger'));
      state.triggers.push(trigger);
      account.touched();
      return c.json({ trigger: view(trigger) }, 201);
    })
    .put('/triggers/:id', async (c) => {
      const before = find(c);
      Object.assign(before, readTrigger(account, objectAt(await readJson(c), 'trigger'), before));
      account.touched();
      return c.json({ trigger: view(before) });
    })
    .delete('/triggers/:id', (c) => {
      const gone = find(c);
      state.triggers = state.triggers.filter((trigger) => trigger !== gone);
      account.touched();
      return c.body(null, 204);
    });
}
