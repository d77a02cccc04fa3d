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

const FORMAL = /^(?:dear|sehr geehrt|estimad|prezad|chere?|madame|monsieur)/;

const THANKS = new RegExp(
  `^(?:${word('thank you|thanks|gracias|muchas gracias|merci|vielen dank|danke|herzlichen dank|obrigad[oa]|muito obrigad[oa]')}|お問い合わせ(?:いただき|ありがとう)|ご連絡(?:いただき|ありがとう))`,
  'u',
);

const INTRODUCTION = new RegExp(
  `${word(
    [
      "my name is|i(?: a|')m (?:very )?sorry|apologies|(?:just )?(?:two|three|a few|some) (?:things|questions|points)",
      'me llamo|mi nombre es|(?:dos|tres|un par de|varias) (?:cosas|preguntas)',
      "je m'appelle|je suis desolee?|(?:deux|trois|quelques) (?:choses|questions|points)",
      'mein name ist|tut mir leid|(?:zwei|drei|ein paar|kurze) (?:dinge|fragen?|punkte)',
      'meu nome e|chamo me|(?:duas|tres|algumas) (?:coisas|perguntas|duvidas)',
    ].join('|'),
  )}|と申します|(?:二|2|三|3)点`,
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
  )}|(?<!\\p{L})j'|弊社|当社|しました|いたしました|いたします|致します|しております|おりました|申し訳|お詫び`,
  'u',
);

/** "Has been …": what is over and done cannot be promised to the next customer. */
const DONE = new RegExp(
  `${word(
    [
      '(?:has|have) (?:\\p{L}+ )?been|(?:was|were) (?:\\p{L}+ )?(?:\\p{L}+ed|sent|found|lost|set|made)',
      '(?:ha|han) sido|se (?:ha|han) \\p{L}+do|ya (?:esta|estan)|(?:ont|a) ete|viens? de',
      'wurden?|worden|foi|foram|ja esta',
    ].join('|'),
  )}`,
  'u',
);

/** "Your account was …": how things stood with one customer. */
const STANDING = new RegExp(
  `${word(
    [
      "yours?(?: \\p{L}+){1,3} (?:is|was|were|are|had|has)|you(?: are|'re| were| have|'ve| had| did| didn't| couldn't)|yours (?:is|was)",
      '(?:tu|su)s? \\p{L}+ (?:esta|estan|sigue|siguen|tiene|era|estaba)|tienes|tenias|has|habeis|lleg[au]is',
      'vo(?:tre|s) \\p{L}+ (?:est|sont|etait|a|ont)|vous (?:avez|etes|aviez|etiez)',
      '(?:ihr|dein)e?[nmr]? \\p{L}+ (?:ist|war|hat|sind|waren|lauft)|sie (?:haben|hatten|waren)',
      '(?:seu|sua)s? (?:\\p{L}+ )?\\p{L}+ (?:esta|estava|tem|tinha)|voces? (?:esta|estao|tem|tinha)',
    ].join('|'),
  )}`,
  'u',
);

const CONDITION = new RegExp(
  `^${word('if|once|when|should|unless|si|cuando|una vez|quand|lorsque|des que|falls|wenn|sobald|sollten?|se|quando|caso|assim que')}`,
  'u',
);

/** Leans on the sentence before it. */
const LEANING = new RegExp(
  `^(?:${word(
    [
      'so|that|this|it|they|these|those|both|then|otherwise|therefore|as|because|and|but|also|instead|even',
      'asi|eso|esto|ambos|entonces|por eso|como|tambien|ademas|despues|luego|ainsi|cela|ca|donc|ensuite|sinon|ils?|elles?',
      'das|dies|damit|dadurch|danach|dann|sonst|ebenso|auch|deshalb|er|es',
      'assim|isso|isto|eles?|elas?|por isso|entao|tambem|alem disso|depois',
    ].join('|'),
  )}|c'est|その|それ|これ|この|また|なお|そこ)`,
  'u',
);

/** Words that somebody is to write or press are not the writer's own. */
const QUOTED = /"[^"]{0,120}"|«[^»]{0,120}»|»[^«]{0,120}«|“[^”]{0,120}”|「[^」]{0,120}」/gu;

const SHORT = 60;

/** A salutation and nothing else: formal ones name more people than "hi all" does. */
export function isGreeting(sentence: string): boolean {
  const plain = normalise(sentence);
  const words = plain.split(/\s+/).length;
  return sentence.length <= SHORT && words <= (FORMAL.test(plain) ? 8 : 4) && GREETING.test(plain);
}

export const isClosing = (line: string): boolean => line.length <= SHORT && CLOSING.test(normalise(line));

/** A salutation, thanks, an apology or the writer's name, and nothing else. */
export function isCourtesy(sentence: string): boolean {
  const plain = normalise(sentence);
  return isGreeting(sentence) || (sentence.length <= SHORT && (THANKS.test(plain) || INTRODUCTION.test(plain)));
}

/** Meant for one customer alone: a salutation, thanks, or word of what was done for them. */
export function isPersonal(sentence: string): boolean {
  const plain = normalise(sentence.replace(QUOTED, ' '));
  return GREETING.test(plain) || THANKS.test(plain) || FIRST_PERSON.test(plain) || DONE.test(plain);
}

/** Speaks of how things stand with one customer, rather than of what holds under a condition. */
export function isDiagnosis(sentence: string): boolean {
  const plain = normalise(sentence);
  return STANDING.test(plain) && !CONDITION.test(plain);
}

export const isLeaning = (sentence: string): boolean => LEANING.test(normalise(sentence));
