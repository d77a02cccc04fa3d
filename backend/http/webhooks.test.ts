import { describe, expect, it } from 'vitest';
import type { Queue } from '../ports/queue.ts';
import type { InboxStore } from '../ports/store.ts';
import type { Tenant } from '../ports/tenant.ts';
import { only } from '../test/tenant.ts';
import { webhookRoutes } from './webhooks.ts';

/** What a delivery of such an event leads to, its signature taken as right. */
async function jobsOf(type: string): Promise<string[]> {
  const jobs: string[] = [];
  const event = { eventKey: 'k', ticketId: '42', type, actorId: '5' };
  const tenant = { id: 'a', helpdesk: { parseWebhook: () => event, ownUserId: () => '9' } } as unknown as Tenant;
  const saveInboxEvent: InboxStore['saveInboxEvent'] = async (_, alongside) => {
    await alongside({ query: async () => [] });
    return true;
  };
  const enqueue: Queue['enqueue'] = async (name, _payload, key, options) =>
    void jobs.push(`${name} ${key}${options?.tx ? '' : ' outside'}`);
  const app = webhookRoutes({
    tenants: only(tenant),
    store: { saveInboxEvent },
    queue: { enqueue } as Queue,
  });
  const answer = await app.request('/webhooks/zendesk', { method: 'POST', body: '{}' });
  expect([answer.status, await answer.json()]).toEqual([200, { stored: true }]);
  return jobs;
}

describe('a delivery', () => {
  it.each<[string, string[]]>([
    ['created', ['triage-ticket a:42']],
    ['comment_added', ['triage-ticket a:42', 'follow-sla a:42']],
    ['status_changed', ['follow-ticket a:42', 'follow-sla a:42']],
    ['custom_status_changed', ['follow-ticket a:42', 'follow-sla a:42']],
    ['merged', ['follow-ticket a:42', 'follow-sla a:42']],
    ['soft_deleted', ['follow-ticket a:42', 'follow-sla a:42']],
    ['permanently_deleted', ['follow-ticket a:42', 'follow-sla a:42']],
    ['undeleted', ['follow-ticket a:42', 'follow-sla a:42']],
    ['marked_as_spam', ['follow-ticket a:42', 'follow-sla a:42']],
    ['comment_redacted', ['follow-ticket a:42']],
  ])('of %s is stored with its jobs', async (event, jobs) => {
    expect(await jobsOf(`zen:event-type:ticket.${event}`)).toEqual(jobs);
  });

  it('by a trigger, which does not say what has changed, may be about the clocks too', async () => {
    expect(await jobsOf('trigger')).toEqual(['triage-ticket a:42', 'follow-sla a:42']);
  });
});
