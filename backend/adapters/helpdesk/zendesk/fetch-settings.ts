import { z } from 'zod';
import type { ZendeskClient } from './client.ts';
import { type FieldIds, findFieldIds, ticketFieldsSchema } from './fields.ts';
import { paged, readPages } from './read-pages.ts';

const groupsSchema = z.object({ groups: z.array(z.object({ id: z.number(), name: z.string() })), ...paged });
const fieldsSchema = ticketFieldsSchema.extend(paged);

/** "Facturación 2" is the team facturacion_2: teams are written in plain letters. */
const teamName = (groupName: string): string =>
  groupName
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');

export type Settings = { fields: FieldIds; groupIds: ReadonlyMap<string, string> };

/** Our fields and the account's groups by the name of their team, however many of either it has. */
export async function fetchSettings(client: Pick<ZendeskClient, 'get'>): Promise<Settings> {
  const [fields, groups] = await Promise.all([
    readPages(client, fieldsSchema, '/api/v2/ticket_fields.json?page[size]=100'),
    readPages(client, groupsSchema, '/api/v2/groups/assignable.json?page[size]=100'),
  ]);
  return {
    fields: findFieldIds(fields.flatMap(({ ticket_fields }) => ticket_fields)),
    groupIds: new Map(groups.flatMap((page) => page.groups.map(({ id, name }) => [teamName(name), String(id)]))),
  };
}
