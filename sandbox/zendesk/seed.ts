import { readFile } from 'node:fs/promises';
import type { ArticleSeed, OpenTicketSeed, Seed, SolvedTicketSeed } from './seed-shape.ts';

/** The invented company's tickets and articles that ship with the sandbox. */
export async function readSampleSeed(): Promise<Seed> {
  const [tickets, solved, articles] = await Promise.all([
    readLines<OpenTicketSeed>('open-tickets'),
    readLines<SolvedTicketSeed>('solved-tickets'),
    readLines<ArticleSeed>('articles'),
  ]);
  return { tickets, solved, articles };
}

async function readLines<T>(name: string): Promise<T[]> {
  const text = await readFile(new URL(`seed/${name}.jsonl`, import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}
