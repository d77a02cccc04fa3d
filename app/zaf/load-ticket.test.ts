import { describe, expect, it } from 'vitest';
import { triageRequestSchema } from '../../backend/contract/triage.ts';
import { FakeZendesk } from '../test/fake-zendesk.ts';
import { loadTicket } from './load-ticket.ts';

const pages = (total: number, perPage: number, text = 'hello') => {
  const zendesk = new FakeZendesk();
  zendesk.override = ({ url }) => {
    if (!url.includes('comments.json')) return null;
    const page = Number(new URL(url, 'https://x').searchParams.get('page') ?? 1);
    const ids = Array.from({ length: perPage }, (_, i) => (page - 1) * perPage + i + 1).filter((id) => id <= total);
    const comments = ids.map((id) => ({
      id,
      author_id: 9,
      public: true,
      plain_body: text,
      html_body: `<p>${text}</p>`,
      metadata: { system: { ip_address: '203.0.113.9' } },
      attachments: [
        { id: 5, file_name: 'a.png', content_url: 'https://acme.zendesk.com/attachments/5', thumbnails: [1] },
      ],
    }));
    const more = page * perPage < total;
    const next_page = more ? `https://acme.zendesk.com/api/v2/tickets/42/comments.json?page=${page + 1}` : null;
    return { status: 200, body: { comments, users: [{ id: 9, role: 'end-user', phone: '555' }], next_page } };
  };
  return zendesk;
};

describe('loading the ticket', () => {
  it('follows pages within Zendesk and names each user once', async () => {
    const zendesk = pages(250, 100);
    const { comments, users } = await loadTicket(zendesk.frame());
    expect(comments).toHaveLength(250);
    expect(users).toEqual([{ id: 9, role: 'end-user' }]);
    expect(zendesk.requests.every(({ url }) => url.startsWith('/api/v2/tickets/42'))).toBe(true);
  });

  it('stops at what the backend accepts', async () => {
    const ticket = await loadTicket(pages(5000, 100).frame());
    expect(ticket.comments).toHaveLength(1000);
    expect(triageRequestSchema.safeParse({ ticket }).success).toBe(true);
  });

  it('passes on nothing that the contract does not name', async () => {
    const sent = JSON.stringify(await loadTicket(pages(1, 100).frame()));
    expect(sent).not.toMatch(/203\.0\.113|555/);
  });

  it('says who has the ticket, whom nobody else is to be suggested for', async () => {
    const zendesk = new FakeZendesk();
    const ticket = { id: 42, requester_id: 9, assignee_id: 70 };
    zendesk.override = ({ url }) => (url.includes('/42.json') ? { status: 200, body: { ticket } } : null);
    expect((await loadTicket(zendesk.frame())).ticket).toMatchObject({ assignee_id: 70 });
  });

  it('keeps where an attachment is, not its thumbnails', async () => {
    const { comments } = await loadTicket(pages(1, 100).frame());
    expect(comments?.[0]?.attachments).toEqual([
      { id: 5, file_name: 'a.png', content_url: 'https://acme.zendesk.com/attachments/5' },
    ]);
  });

  it('drops the HTML twin of a very long conversation rather than failing', async () => {
    const ticket = await loadTicket(pages(10, 100, 'x'.repeat(100_000)).frame());
    expect(JSON.stringify(ticket).length).toBeLessThan(1_300_000);
    expect(ticket.comments?.[0]?.plain_body).toHaveLength(100_000);
  });
});
