import type { Struck } from '../../contract/triage.ts';
import type { Claim } from './claim.ts';
import { type Evidence, says } from './evidence.ts';
import { findFigures } from './find-figures.ts';
import { findLinks } from './find-links.ts';
import { findNames } from './find-names.ts';
import { matterOf } from './matter.ts';
import { plainText } from './plain-text.ts';
import { findPledges, isIdle, isPledge, namesPromise, toClaim } from './promises/find-promises.ts';
import { splitSentences } from './split-sentences.ts';

const QUESTION = /(?:[?？]|(?:です|ます|でしょう|ません|ました)か[。．])["'”»）)\s]{0,4}$/u;
/** Asks without a question mark. */
const ASKING =
  /(?<!\p{L})(?:(?:please|kindly)? ?(?:tell|let|send|give|share with) us|please (?:confirm|share|provide|describe|reply)|(?:teilen|nennen|senden|schicken|schreiben|geben) sie uns|merci de (?:nous |bien vouloir )|(?:indiquez|dites|envoyez|precisez|confirmez)-nous|veuillez nous|(?:indiquenos|diganos|envienos|cuentenos|confirmenos|indique|envie|confirme) |necesitamos|informe(?:-nos)?[ ,]|nos (?:informe|diga|envie|conte)|por favor,? (?:informe|diga|envie|confirme|indique))|お知らせ(?:くだ|いただ)|教えて|お聞かせ|ご連絡くだ/u;
/** What a request goes on to tell: "… and we will reply within 24 hours", "… otherwise it ends on 5 March". */
const TELLING =
  /(?<!\p{L})(?:(?:we|i)(?: will|'ll| shall)|you(?: will|'ll) (?:get|receive)|otherwise|or else|(?:dann|und|so) (?:werden|melden|antworten|zahlen|senden|erhalten|bekommen) (?:wir|sie)|wir werden|sonst|andernfalls|recibira|\p{L}{2,20}(?:ar|er|ir)emos|de lo contrario|vous recevrez|nous vous|sinon|recebera|caso contrario)(?!\p{L})|(?:いただければ|いただけましたら|いただけますと|くだされば)/u;
/** "evil[.]example" */
const SPELT_DOT = / ?[[(] ?(?:\.|dot|punkt|punto|ponto|point) ?[\])] ?/gi;
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const PLACEHOLDER = /\[[A-Z]{2,12}(?:_\d{1,6})?\]/g;

const ORDER: readonly Struck[] = ['address', 'link', 'promise', 'amount', 'date', 'figure', 'product'];

export type CheckedAgainst = {
  /** What the sentence rests on; null for one that names no source. */
  source: Evidence | null;
  /** What every agent may say, a sentence at a time. */
  policy: readonly Evidence[];
  products: readonly string[];
  language: string;
};

/** What follows a request in its own sentence and is no longer asked. */
function toldAfterRequest(sentence: string): string {
  if (QUESTION.test(sentence.trim())) return '';
  const plain = plainText(sentence);
  const asked = plain.slice(Math.max(0, plain.search(ASKING)));
  const at = asked.search(TELLING);
  return at < 0 ? '' : asked.slice(at);
}

/** Everything that one sentence claims. A question claims no figures, unless it offers or tells something. */
function claimsOf(sentence: string, { source, products, language }: CheckedAgainst): Claim[] {
  const links = findLinks(sentence);
  const pledges = findPledges(links.rest, language).filter(
    (pledge) => isPledge(pledge) && (source !== null || !isIdle(pledge)),
  );
  const asks = QUESTION.test(sentence.trim()) || ASKING.test(plainText(sentence));
  const offers = pledges.filter(({ ours, force }) => ours || force === 'deed');
  if (asks && offers.length === 0) {
    const told = findNames(toldAfterRequest(links.rest), []).rest;
    return [...links.claims, ...findFigures({ text: told, language })];
  }
  const names = findNames(links.rest, products);
  const matter = matterOf(links.rest, namesPromise);
  return [
    ...links.claims,
    ...names.claims,
    ...findFigures({ text: names.rest, language }),
    ...pledges.map((pledge) => toClaim(pledge, matter)),
  ];
}

/** What a reader sees: nothing that hides in a word, and no placeholder. */
export const readable = (text: string): string =>
  text.replaceAll(INVISIBLE, '').replaceAll(PLACEHOLDER, ' ').replaceAll(SPELT_DOT, '.');

/** Whether a rule of the tenant's says so: a promise with the figures that it has there, or some of them. */
const isPolicy = (claim: Claim, all: readonly Claim[], { policy, language }: CheckedAgainst): boolean =>
  policy.some((rule) => {
    const keepsFigures =
      rule.figures.length === 0 || all.some(({ keys }) => keys.some((key) => rule.figures.includes(key)));
    return says(rule, claim, language) && (claim.reason !== 'promise' || keepsFigures);
  });

/** Why a sentence may not be said, as nobody who may be relied on says so; null when it may. */
export function findUnsupported(text: string, against: CheckedAgainst): Struck | null {
  const { source, language } = against;
  const reasons = splitSentences(readable(text)).flatMap((sentence) => {
    const claims = claimsOf(sentence, against);
    return claims
      .filter((claim) => !(source && says(source, claim, language)) && !isPolicy(claim, claims, against))
      .map(({ reason }) => reason);
  });
  return ORDER.find((reason) => reasons.includes(reason)) ?? null;
}
