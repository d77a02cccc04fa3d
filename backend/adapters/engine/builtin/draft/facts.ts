import { normalise } from '../tokens.ts';

const between = (alternatives: string[]): string => `(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})`;

/** Money back, something for nothing, a guarantee, a term. */
const PROMISE = new RegExp(
  [
    between([
      'refund|reimburs|credit(?:s|ed|ing)?(?!\\p{L}| cards?)|compensat|discount|voucher|goodwill|waive',
      'free of charge|for free|no (?:extra |additional )?(?:cost|charge)|replacement|guarantee|warrant|promis|deadline',
      'reembols|devoluci|devolve|devuelv|abono|abonar|compensa|indemni|descuento|gratis|gratuit|sin (?:coste|costo|cargo)',
      'reemplaz|sustituci|garanti|garantia|promet|promes|plazos?(?!\\p{L})',
      'rembours|un avoir|compens|dedommag|remise|reduction|sans frais|remplacement|delais?(?!\\p{L})',
      'estorn|devolu|indeniza|desconto|sem custo|substituicao|prazos?(?!\\p{L})',
    ]),
    '(?<!(?:tarjeta|cartao) de )(?<![\\p{L}\\p{N}])creditos?(?!\\p{L})',
    'erstatt|gutschrift|gutgeschrieben|gutschein|entschadig|rabatt|kostenlos|kostenfrei|ersatz|garantie|gewahrleist|versprech|frist',
    '返金|払い?戻|補償|賠償|割引|値引|無料|交換|保証|クレジット(?!カード)|約束|期限|返品',
  ].join('|'),
  'u',
);

const TWO_AND_MORE = [
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand|dozen',
  'dos|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|cien|mil',
  'deux|trois|quatre|cinq|sept|huit|dix|douze|cent',
  'zwei|drei|vier|funf|sechs|sieben|neun|zehn|zwolf|hundert|tausend',
  'dois|duas|quatro|sete|oito|nove|dez|doze|cem',
];
/** Three in Spanish and Portuguese; without its accent the French "très" would be, too. */
const TRES = /(?<!\p{L})tr[eê]s(?!\p{L})/iu;
const ONE_OR_SOME =
  'an?|one|few|several|una?|unos|unas|pocos|pocas|varios|une|quelques|eine?[nrm]?|paar|wenigen?|einigen?|uma?|alguns|algumas|poucos';
const UNITS = [
  '(?:minute|hour|day|week|month|year|jour|heure|semaine|annee|minuto|hora|dia|semana|ano)s?|ans?|mes(?:es)?|mois',
  '(?:minute|stunde|tag|woche|monat|jahr|werktag|arbeitstag)(?:e?n|e?s)?',
];

/** "Two", "in an hour", "tomorrow": how many, how long, or when. */
const COUNT = new RegExp(
  [
    `${between(TWO_AND_MORE)}(?!\\p{L})`,
    `${between([ONE_OR_SOME])}(?: \\p{L}{1,12}){0,2} (?:${UNITS.join('|')})(?!\\p{L})`,
    between([
      'today|tomorrow|tonight|next (?:week|month|year)|end of (?:the )?(?:day|week|month|year)|business days?',
      'hoy|manana|aujourd|demain|heute|morgen|hoje|amanha|ende (?:der|des)|fin(?:ales)? de|fim (?:da|do)',
    ]),
    '[一二三四五六七八九十数半](?:分|時間|日|週間|か月|ヶ月|カ月|年)|営業日|以内|今日|本日|明日|翌日|来週|来月|月末',
  ].join('|'),
  'u',
);

const AMOUNT =
  /\p{Sc}|%|(?<!\p{L})(?:EUR|USD|GBP|JPY|CHF)(?!\p{L})|[Ee]uros?(?!\p{L})|[Dd]ollars?|[Pp]er ?cent|[Pp]rozent|円|ユーロ/u;
const ADDRESS = /:\/\/|www\.|@|\p{L}\.\p{Ll}{2}/u;
/** Capitals within a word, as only names have them. */
const PRODUCT = /\p{Ll}\p{Lu}|[™®]/u;

/** Whether it says something that only an article or an approved answer may say: a number, date, link, name or promise. */
export function statesFact(text: string): boolean {
  if (/\p{N}/u.test(text) || [AMOUNT, ADDRESS, PRODUCT, TRES].some((sign) => sign.test(text))) return true;
  const plain = normalise(text);
  return PROMISE.test(plain) || COUNT.test(plain);
}
