import { readFileSync } from 'node:fs';

export type Payload = { kind: string; text: string };

/** Texts that would run `__xss()` or ask x.evil for something wherever one of them is taken for markup; none longer than 80. */
export const PAYLOADS: readonly Payload[] = readFileSync(new URL('xss/payloads.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Payload);

export type Next = (count: number, field?: string) => string[];

/** The next ones, round and round; each field goes through all of them by itself, and begins elsewhere. */
export function payloadsFrom(first: number): Next {
  const at = new Map<string, number>();
  return (count, field = '') => {
    const from = at.get(field) ?? first + at.size * 7;
    at.set(field, from + count);
    return Array.from({ length: count }, (_, index) => PAYLOADS[(from + index) % PAYLOADS.length]?.text ?? '');
  };
}
