import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clientOf, fetchToken, openZendesk } from './test-client.ts';

describe('the state', () => {
  it('survives a restart: tickets, credentials, tokens, webhooks and sessions', async () => {
    const statePath = join(await mkdtemp(join(tmpdir(), 'zendesk-')), 'state.json');
    const first = await openZendesk({ statePath });
    const { id } = first.zendesk.createTicket({ subject: 'Kept', text: 'x' });
    const token = await fetchToken(first.zendesk, 'read');
    const cookie = (await fetch(`${first.zendesk.url}/`)).headers.get('set-cookie')?.split(';')[0] ?? '';
    await first.zendesk.close();

    await using second = await openZendesk({ statePath });
    expect(second.zendesk.readTicket(id).subject).toBe('Kept');
    expect(second.zendesk.oauth).toEqual(first.zendesk.oauth);
    for (const headers of [{ authorization: `Bearer ${token}` }, { cookie }]) {
      expect(
        (await clientOf(second.zendesk.url, headers as Record<string, string>)('GET', '/api/v2/tickets')).status,
      ).toBe(200);
    }
    expect(second.zendesk.createTicket({ subject: 'Next', text: 'x' }).id).toBe(id + 1);
  });

  it('is refused with a clear line when it cannot be read', async () => {
    const statePath = join(await mkdtemp(join(tmpdir(), 'zendesk-')), 'state.json');
    await writeFile(statePath, '{"version":1');
    await expect(openZendesk({ statePath })).rejects.toThrow('delete it to start anew');
  });

  it('a port in use is named', async () => {
    await using account = await openZendesk();
    const port = Number(new URL(account.zendesk.url).port);
    await expect(openZendesk({ port })).rejects.toThrow(`Cannot listen on port ${port}: it is in use`);
  });
});
