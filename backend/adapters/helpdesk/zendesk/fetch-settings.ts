import { z } from 'zod';
import type { AccountGroup } from '../../../ports/helpdesk-account.ts';
import type { ZendeskClient } from './client.ts';
import { type FieldIds, findFieldIds, ticketFieldsSchema } from './fields.ts';
import { paged, readPages } from './read-pages.ts';

const groupsSchema = z.object({ groups: z.array(z.object({ id: z.number(), name: z.string() })), ...paged });

/** "Facturación 2" is the team facturacion_2: teams are written in plain letters. */
const teamName = (groupName: string): string =>
  groupName
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');

export type Settings = { fields: FieldIds; groupIds: ReadonlyMap<string, string> };

/** The groups that may have tickets, each with the team that its name stands for. */
export async function fetchGroups(client: Pick<ZendeskClient, 'get'>): Promise<AccountGroup[]> {
  const pages = await readPages(client, groupsSchema, '/api/v2/groups/assignable.json?page[size]=100');
  return pages.flatMap(({ groups }) => groups.map(({ id, name }) => ({ id: String(id), name, team: teamName(name) })));
}

/** Our fields and the account's groups by the name of their team, however many of either it has. */
export async function fetchSettings(client: Pick<ZendeskClient, 'get'>): Promise<Settings> {
  const [fields, groups] = await Promise.all([
    readPages(client, ticketFieldsSchema, '/api/v2/ticket_fields.json?page[size]=100'),
    fetchGroups(client),
  ]);
  return {
    fields: findFieldIds(fields.flatMap(({ ticket_fields }) => ticket_fields)),
    groupIds: new Map(groups.map(({ id, team }) => [team, id])),
  };
}
