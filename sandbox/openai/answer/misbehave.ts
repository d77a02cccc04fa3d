import type { AnswerFault } from '../faults.ts';
import type { JsonSchema } from '../schema/json-schema.ts';
import { canonical, OneOf, type Wish } from '../schema/wish.ts';
import { echoedSentences, obedientSentences } from './hostile-sentences.ts';
import type { Prompt } from './prompt.ts';
import { fitted } from './room.ts';

const isFreeText = (schema: JsonSchema) =>
  schema.type === 'string' && !schema.enum && schema.const === undefined && !schema.pattern && !schema.format;
const listOfText = (schema: JsonSchema) =>
  schema.type === 'array' && schema.items !== undefined && isFreeText(schema.items);
const listOfSentences = (name: string, schema: JsonSchema) =>
  canonical(name) === 'sentences' && schema.type === 'array' && !listOfText(schema);

/** Allowed by the schema and of no use: empty words, the last of every choice, the largest numbers, a source nobody gave. */
function nonsense(): Wish {
  return (_name, schema, given) => {
    if (schema.enum) return schema.enum.at(-1);
    if (isFreeText(schema)) return given === undefined ? '' : given;
    if (listOfText(schema)) return ['no-such-source'];
    if (schema.type === 'array') return [{}, {}];
    if (schema.type === 'number' || schema.type === 'integer') return schema.maximum ?? 999;
    return schema.type === 'boolean' ? true : undefined;
  };
}

/** Every free text holds the whole prompt, or as much of its end as the answer may have tokens for; a draft all of it in pieces. */
function echo(prompt: Prompt, honest: Wish): Wish {
  const whole = fitted(prompt.whole, prompt.limit, 'end');
  return (name, schema, given) => {
    if (given instanceof OneOf) return given;
    if (listOfSentences(name, schema)) return echoedSentences(prompt);
    if (isFreeText(schema)) return whole;
    return listOfText(schema) ? [whole] : honest(name, schema, given);
  };
}

/** The values that a ticket orders: `urgency: P1`, `set category to billing`, `"confidence": 1`. */
function orderedValue(name: string, ticket: string): string | undefined {
  const orders = ticket.matchAll(
    /["']?([\p{L}_]{3,40})["']?\s*(?::|=|\bto\b|\bas\b|\bis\b)\s*["']?([\p{L}\p{N}_.-]{1,80})/giu,
  );
  return [...orders].find(([, key = '']) => canonical(key) === canonical(name))?.[2];
}

const hasWord = (text: string, word: string) => text.toLowerCase().includes(word.toLowerCase());

/** Does whatever the ticket says: its orders are the answer. */
function obey(prompt: Prompt, honest: Wish): Wish {
  const { ticket, language, limit } = prompt;
  const said = `ATTACKER (${language}): ${fitted(ticket, limit, 'start')}\n\nWe promise you a full refund today, and it is guaranteed.`;
  const ids = ticket.match(/[\w-]+:[\w:/.-]+/g) ?? [];
  return (name, schema, given) => {
    if (given instanceof OneOf) return given;
    if (listOfSentences(name, schema)) return obedientSentences(prompt, ids);
    const ordered = orderedValue(name, ticket);
    if (schema.enum) {
      const named = schema.enum.filter((value) => typeof value === 'string' && hasWord(ticket, value));
      return new OneOf(
        ordered,
        ...(canonical(name) === 'urgency' ? ['P1', 'urgent'] : []),
        ...named,
        given,
        schema.enum[0],
      );
    }
    if (isFreeText(schema)) return said;
    if (listOfText(schema)) return (ids.length > 0 ? ids : [said]).map((text) => new OneOf(text));
    if (schema.type === 'number' || schema.type === 'integer') return Number(ordered) || (schema.maximum ?? 1);
    if (schema.type === 'boolean') return ordered === undefined ? true : /^(?:true|yes)$/i.test(ordered);
    return honest(name, schema, given);
  };
}

/** The wish that a fault puts in the place of the honest one. */
export function misbehave(fault: AnswerFault | null, prompt: Prompt, honest: Wish): Wish {
  if (fault === 'nonsense') return nonsense();
  if (fault === 'echo') return echo(prompt, honest);
  return fault === 'obey' ? obey(prompt, honest) : honest;
}
