import { z } from 'zod';
import type { Helpdesk } from '../../../ports/helpdesk.ts';
import { createZendeskClient, type ZendeskAccount } from './client.ts';
import { createAgentReading } from './fetch-agents.ts';
import { fetchArticles } from './fetch-articles.ts';
import { fetchAttachment } from './fetch-attachment.ts';
import { fetchChanged } from './fetch-changed.ts';
import { countTickets, fetchExport, fetchExported } from './fetch-export.ts';
import { fetchHistory } from './fetch-history.ts';
import { fetchSettings, type Settings } from './fetch-settings.ts';
import { fetchTicket } from './fetch-ticket.ts';
import { parseAnswer } from './parse-answer.ts';
import { parseWebhook } from './parse-webhook.ts';
import { toTicket } from './to-ticket.ts';
import { type Questions, updateTicket } from './update-ticket.ts';

const SETTINGS_MS = 10 * 60_000;
const SETTINGS_AGAIN_MS = 30_000;

const meSchema = z.object({ user: z.object({ id: z.number() }) });

export type ZendeskOptions = ZendeskAccount & {
  /** The current one and, during a rotation, the next. */
  webhookSecrets: readonly string[];
  questions?: Questions;
  /** Groups that were chosen for teams; the others are found by their name. */
  groupOf?: Readonly<Record<string, string>>;
};

/** One Zendesk account behind the helpdesk port. */
export function createZendesk(account: ZendeskOptions): Helpdesk {
  const client = createZendeskClient(account);
  let ownUserId: string | null = null;
  let asking: Promise<string> | null = null;
  let settings: { value: Promise<Settings>; endsAt: number } | null = null;

  /** One question for all who ask at the same time; the answer holds for ever. */
  const askOwnId = (): Promise<string> => {
    asking ??= client
      .get('/api/v2/users/me.json')
      .then((answer) => {
        ownUserId = String(parseAnswer(meSchema, answer).user.id);
        return ownUserId;
      })
      .catch((error) => {
        asking = null;
        throw error;
      });
    return asking;
  };

  const findSettings = (): Promise<Settings> => {
    if (settings && settings.endsAt > Date.now()) return settings.value;
    const known = settings?.value;
    // Without its group a ticket would stay where it is for good: what held so far goes on while Zendesk does not answer.
    const value = fetchSettings(client).catch((error) => {
      settings = known ? { value: known, endsAt: Date.now() + SETTINGS_AGAIN_MS } : null;
      if (known) return known;
      throw error;
    });
    settings = { value, endsAt: Date.now() + SETTINGS_MS };
    return value;
  };
  const fetchAgents = createAgentReading(client, () => askOwnId());
  const fieldIds = async () => (await findSettings()).fields;
  const exportParts = async () => ({ client, ids: await fieldIds(), ownUserId });

  return {
    parseWebhook: (delivery) => parseWebhook(delivery, account.webhookSecrets),
    readSnapshot: async (snapshot) => toTicket(snapshot, await fieldIds()),
    fetchTicket: async (ticketId) => {
      const [ticket, ids] = await Promise.all([fetchTicket(client, ticketId), fieldIds()]);
      return ticket && toTicket(ticket, ids);
    },
    fetchHistory: async (ticketId) =>
      fetchHistory(client, ticketId, { ids: await fieldIds(), ownUserId: await askOwnId() }),
    fetchAttachment: (url, maxBytes, signal) =>
      fetchAttachment({ ...account, readToken: client.readToken }, { url, maxBytes, signal }),
    updateTicket: async (update) =>
      updateTicket(client, update, { ids: await fieldIds(), questions: account.questions ?? {} }),
    ownUserId: () => {
      if (ownUserId === null) askOwnId().catch(() => {});
      return ownUserId;
    },
    fetchSettings: async (teams) => {
      const { fields, groupIds } = await findSettings();
      const present = new Set(groupIds.values());
      const chosen = (team: string): string | null => {
        const id = account.groupOf?.[team];
        return id !== undefined && present.has(id) ? id : null;
      };
      return { fields, teams: teams.map((team) => ({ team, groupId: chosen(team) ?? groupIds.get(team) ?? null })) };
    },
    fetchAgents,
    fetchExport: async (cursor) => fetchExport(cursor, await exportParts()),
    fetchChanged: (cursor, since) => fetchChanged(client, cursor, since),
    fetchExported: async (ticketId) => fetchExported(ticketId, await exportParts()),
    countTickets: () => countTickets(client),
    fetchArticles: (cursor) => fetchArticles(client, cursor),
  };
}
