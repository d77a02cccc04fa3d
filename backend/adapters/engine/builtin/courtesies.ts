import { normalise } from './tokens.ts';

const word = (alternatives: string): string => `(?<![\\p{L}\\p{N}'])(?:${alternatives})(?![\\p{L}\\p{N}])`;

const GREETING = new RegExp(
  `^(?:${word(
    [
      'hi|hello|hey|dear|good (?:morning|afternoon|evening|day)',
      'hola|buen[oa]s|estimad[oa]s?|bonjour|bonsoir|chere?|madame|monsieur',
      'hallo|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|moin|servus',
      'ola|bom dia|boa (?:tarde|noite)|prezad[oa]s?|car[oa]s?',
    ].join('|'),
  )}|こんにちは|お世話になっ|いつもお世話|はじめまして|ご担当者)`,
  'u',
);

const THANKS = new RegExp(
  `^(?:${word('thank you|thanks|gracias|muchas gracias|merci|vielen dank|danke|herzlichen dank|obrigad[oa]|muito obrigad[oa]')}|お問い合わせ(?:いただき|ありがとう)|ご連絡(?:いただき|ありがとう))`,
  'u',
);

const CLOSING = new RegExp(
  `^(?:${word(
    [
      '(?:kind |best |warm |many )?(?:regards|wishes)|sincerely|yours|cheers|all the best',
      '(?:un )?(?:cordial )?saludos?|atentamente|(?:bien )?cordialement|bien a vous',
      '(?:mit )?(?:freundliche[nr]?|viele[n]?|beste[n]?|liebe[n]?) gru(?:ss|ß)(?:en?)?',
      'atenciosamente|(?:um )?abracos?|(?:com os )?(?:melhores )?cumprimentos',
    ].join('|'),
  )}|どうぞよろしく|よろしくお願い|敬具)`,
  'u',
);

/** "I", "we": what was said or done for one customer, not advice for the next. */
const FIRST_PERSON = new RegExp(
  `${word(
    [
      "i|we|us|my|me|our|(?:i|we)'(?:ve|m|ll|d|re)",
      'ich|wir|uns|mir|mich|unsere?[nmrs]?|je|nous|notre|nos',
      'yo|he|hemos|nosotros|eu|nosso?a?s?|lamento|pido|peco|fiz|\\p{L}{2,20}[aei]mos',
    ].join('|'),
  )}|(?<!\\p{L})j'|しました|いたしました|いたします|致します|しております|おりました|申し訳|お詫び`,
  'u',
);

const SHORT = 60;

export const isGreeting = (sentence: string): boolean => sentence.length <= SHORT && GREETING.test(normalise(sentence));

export const isClosing = (line: string): boolean => line.length <= SHORT && CLOSING.test(normalise(line));

/** Meant for one customer alone: a salutation, thanks, or word of what was done for them. */
export function isPersonal(sentence: string): boolean {
  const plain = normalise(sentence);
  return GREETING.test(plain) || THANKS.test(plain) || FIRST_PERSON.test(plain);
}
