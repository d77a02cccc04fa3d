import type { Reading } from './reading.ts';
import { matchSpans, type Span } from './span.ts';

const NUMERIC = /(?<![\d./-])\d{1,4}([-./] ?)\d{1,2}\1\d{2,4}(?![\d/-])/g;
const MONTHS =
  'jan(?:uary|uar|vier|eiro)?|ene(?:ro)?|gennaio|feb(?:ruary|ruar|rero)?|févr(?:ier)?|fev(?:ereiro)?|mar(?:ch|s|zo|ço)?|märz|apr(?:il|ile)?|avr(?:il)?|abr(?:il)?|may|mai|mayo|maio|jun[ei]?|juin|junio|junho|jul[yi]?|juillet|julio|julho|aug(?:ust)?|août|ago(?:sto)?|sep(?:t|tember|tembre|tiembre)?|set(?:embro)?|oct(?:ober|obre|ubre)?|okt(?:ober)?|out(?:ubro)?|nov(?:ember|embre|iembre|embro)?|dec(?:ember)?|dez(?:ember|embro)?|déc(?:embre)?|dic(?:iembre)?';
const DAY_FIRST = new RegExp(
  `(?<!\\d)\\d{1,2}(?:st|nd|rd|th|er|º|\\.)?[ -](?:de |of )?(?:${MONTHS})[.,]?[ -](?:de |del )?(?:19|20)?\\d{2}(?!\\d)`,
  'g',
);
const MONTH_FIRST = new RegExp(`(?<!\\p{L})(?:${MONTHS})\\.? \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d{2}(?!\\d)`, 'gu');
const EASTERN =
  /(?:(?:19|20)\d{2}|(?:明治|大正|昭和|平成|令和) ?(?:\d{1,2}|元)) ?[年년] ?\d{1,2} ?[月월] ?\d{1,2} ?[日일]/g;

const BEFORE = 45;
const AFTER = 12;

/** Dates near a word for being born. */
export function findBirthdates({ lower, clues }: Reading): Span[] {
  const isBirth = (date: string, at: number) => clues.isNear('birth', at, at + date.length, BEFORE, AFTER);
  return [NUMERIC, DAY_FIRST, MONTH_FIRST, EASTERN].flatMap((pattern) =>
    matchSpans('BIRTHDATE', pattern, lower, isBirth),
  );
}
