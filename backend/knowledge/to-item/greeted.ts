import type { Found } from '../../ports/masker.ts';

const GREETING =
  /^(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|hallo|guten (?:tag|morgen|abend)|sehr geehrte[r]?|liebe[r]?|moin|hola|buenos días|buenas tardes|estimad[oa]|querid[oa]|bonjour|bonsoir|cher|chère|olá|oi|bom dia|boa tarde|prezad[oa]|car[oa])[ ,]{1,3}/i;
const TITLE =
  /^(?:mr|mrs|ms|miss|dr|prof|herr|herrn|frau|señor|señora|sr|sra|don|doña|monsieur|madame|m|mme|senhor|senhora)\.? /i;
/** A name begins with a capital; nothing but punctuation follows it. */
const NAME = /^(\p{Lu}[\p{L}\p{M}'’-]{1,30}(?: \p{Lu}[\p{L}\p{M}'’.-]{0,30}){0,3}) ?[,!:.–-]?$/u;
const JAPANESE = /^([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,10}) ?(?:様|さま|さん)[、,]?$/u;
/** Whom a greeting names and who is nobody. */
const NOBODY = new Set(
  (
    'customer client user sir madam team all everyone there folks support friend kunde kundin kunden damen herren herr frau team ' +
    'zusammen leute cliente clientes usuario equipo todos señores señor señora client cliente équipe tous monsieur madame messieurs ' +
    'equipe pessoal senhor senhora usuário お客 皆 各位 ご担当者 担当者'
  ).split(' '),
);

/** The name in a reply's greeting: it may be one that the helpdesk does not know. */
export function findGreeted(reply: string): Found[] {
  const line = (reply.trimStart().split('\n', 1)[0] ?? '').slice(0, 120).trim();
  const japanese = JAPANESE.exec(line)?.[1];
  const greeting = GREETING.exec(line)?.[0];
  // What follows the comma after a name on the same line is the letter.
  const [named = ''] = greeting ? line.slice(greeting.length).split(',', 1) : [];
  const name = japanese ?? NAME.exec(named.replace(TITLE, ''))?.[1];
  if (name === undefined || name.split(' ').some((word) => NOBODY.has(word.toLowerCase()))) return [];
  return [{ kind: 'NAME', value: name }];
}
