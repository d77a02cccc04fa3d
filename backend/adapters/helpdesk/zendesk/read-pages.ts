import { z } from 'zod';
import { OutsideError } from '../../../ports/errors.ts';
import type { ZendeskClient } from './client.ts';
import { parseAnswer } from './parse-answer.ts';

const PAGES = 20;

/** What every cursor-paged listing of Zendesk has beside its rows. */
export const paged = {
  meta: z.looseObject({ has_more: z.boolean().nullish() }).nullish(),
  links: z.looseObject({ next: z.string().nullish() }).nullish(),
};
type Paged = z.output<z.ZodObject<typeof paged>>;
type Reading = Pick<ZendeskClient, 'get'>;

/** Hands over page by page, so many at most; says whether there are others. */
export async function takePages<T extends Paged>(
  { client, schema, first, most }: { client: Reading; schema: z.ZodType<T>; first: string; most: number },
  take: (page: T) => void,
): Promise<boolean> {
  let path: string | null = first;
  for (let page = 0; path && page < most; page += 1) {
    const answer: T = parseAnswer(schema, await client.get(path));
    take(answer);
    path = answer.meta?.has_more ? (answer.links?.next ?? null) : null;
  }
  return path !== null;
}

/** All pages' answers. Throws `rejected` when there are more than anybody would wait for. */
export async function readPages<T extends Paged>(client: Reading, schema: z.ZodType<T>, first: string): Promise<T[]> {
  const answers: T[] = [];
  const more = await takePages({ client, schema, first, most: PAGES }, (answer) => answers.push(answer));
  if (more) throw new OutsideError('zendesk', 'rejected', 'has more pages than are read');
  return answers;
}
