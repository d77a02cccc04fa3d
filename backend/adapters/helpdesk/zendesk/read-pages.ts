import { z } from 'zod';
import { OutsideError } from '../../../ports/errors.ts';
import type { ZendeskClient } from './client.ts';
import { parseAnswer } from './fetch-ticket.ts';

const PAGES = 20;

/** What every cursor-paged listing of Zendesk has beside its rows. */
export const paged = {
  meta: z.looseObject({ has_more: z.boolean().nullish() }).nullish(),
  links: z.looseObject({ next: z.string().nullish() }).nullish(),
};
type Paged = z.output<z.ZodObject<typeof paged>>;

/** All pages' answers. Throws `rejected` when there are more than anybody would wait for. */
export async function readPages<T extends Paged>(
  client: Pick<ZendeskClient, 'get'>,
  schema: z.ZodType<T>,
  first: string,
): Promise<T[]> {
  const answers: T[] = [];
  let path: string | null = first;
  for (let page = 0; path; page += 1) {
    if (page === PAGES) throw new OutsideError('zendesk', 'rejected', 'has more pages than are read');
    const answer: T = parseAnswer(schema, await client.get(path));
    answers.push(answer);
    path = answer.meta?.has_more ? (answer.links?.next ?? null) : null;
  }
  return answers;
}
