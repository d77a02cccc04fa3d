import type { Claim } from './claim.ts';

/** Days that are told from today, folded; what they mean is the same in every language. */
const DAYS: readonly (readonly [string, RegExp])[] = [
  [
    'tomorrow',
    /(?<!\bday after )\btomorrow\b|(?<!\b(?:guten|am|jeden|diesen|heute|gestern) )\bmorgen\b|(?<!apres-)\bdemain\b|(?<!\b(?:la|esta|de|cada|pasado) )\bmanana\b|(?<!\bdepois de )\bamanha\b|明日|翌日|あす(?!か)/g,
  ],
  ['yesterday', /\byesterday\b|\bgestern\b|\bayer\b|\bontem\b|昨日/g],
  ['tonight', /\btonight\b|\bheute (?:abend|nacht)\b|\bce soir\b|\besta (?:noche|noite)\b|\bhoje a noite\b|今夜|今晩/g],
  [
    'today',
    /\b(?:by|later|before|until|still|end of|out|back|done|ready|arriv\w{1,4}) today\b|\btoday (?:at|by|before)\b|\b(?:noch|bis) heute\b|\bheute noch\b|\baujourd'hui meme\b|\bd'ici (?:ce soir|aujourd'hui)\b|\bhoy mismo\b|\bainda hoje\b|\bate hoje\b|本日中|今日中|当日中/g,
  ],
  [
    'afternoon',
    /\b(?:this|tomorrow) afternoon\b|\bheute nachmittag\b|\bcet apres-midi\b|\besta tarde\b|\bhoje a tarde\b|今日の午後|本日午後/g,
  ],
  ['overnight', /\bovernight\b|\buber nacht\b|\bdurante la noche\b|\bpendant la nuit\b|\bdurante a noite\b|夜間に/g],
  [
    'day-after-tomorrow',
    /\bday after tomorrow\b|\bubermorgen\b|\bapres-demain\b|\bpasado manana\b|\bdepois de amanha\b|明後日|あさって/g,
  ],
  [
    'last-week',
    /\blast week\b|\bletzte[nr]? woche\b|\bvorige[nr]? woche\b|\bsemaine derniere\b|\bsemana pasada\b|\bsemana passada\b|先週/g,
  ],
  ['last-month', /\blast month\b|\bletzten monats?\b|\bmois dernier\b|\bmes pasado\b|\bmes passado\b|先月/g],
  // "Have a nice weekend" is a wish.
  [
    'weekend',
    /(?<!\b(?:nice|great|good|lovely|wonderful|bon) )\bweekends?\b|(?<!\b(?:schones|gutes|angenehmes) )\bwochenendes?\b|(?<!\b(?:buen|feliz) )\bfin de semana\b|(?<!\b(?:bon|excellent|agreable) )\bweek-ends?\b|(?<!\b(?:bom|otimo) )\bfim de semana\b|(?<!良い|よい)週末/g,
  ],
  [
    'next-week',
    /\bnext week\b|\b(?:nachste[nr]?|kommende[nr]?) woche\b|\bsemaine prochaine\b|\bproxima semana\b|\bsemana (?:proxima|que viene|que vem)\b|来週|翌週/g,
  ],
  ['this-week', /\bthis week\b|\bdiese[rn]? woche\b|\bcette semaine\b|\besta semana\b|今週/g],
  [
    'next-month',
    /\bnext month\b|\b(?:nachste[nr]?|kommende[nr]?) monats?\b|\bmois prochain\b|\bproximo mes\b|\bmes (?:proximo|que viene|que vem)\b|来月|翌月/g,
  ],
  ['this-month', /\bthis month\b|\bdiese[nms]{0,2} monats?\b|\bce mois\b|\beste mes\b|今月/g],
  ['next-year', /\bnext year\b|\bnachste[ns]? jahr(?:es)?\b|\bannee prochaine\b|\bproximo ano\b|来年|翌年/g],
  [
    'end-day',
    /\bend of (?:the |this )?(?:business )?day\b|\bclose of business\b|\bende des (?:arbeits)?tages\b|\btagesende\b|\bfin de (?:la )?journee\b|\bfinal(?:es)? del? dia\b|\bfin del dia\b|\bfi(?:m|nal) do dia\b|営業終了/g,
  ],
  [
    'end-week',
    /\bend of (?:the |this |next )?week\b|\bende (?:der|dieser|nachster) woche\b|\bfin de (?:la |cette )?semaine\b|\bfinal(?:es)? de (?:la |esta )?semana\b|\bfi(?:m|nal) d(?:a|esta) semana\b/g,
  ],
  [
    'end-month',
    /\bend of (?:the |this |next )?month\b|\bende (?:des|dieses) monats\b|\bmonatsende\b|\bfin (?:du|de ce) mois\b|\bfin(?:al(?:es)?)? de(?:l| este)? mes\b|\bfi(?:m|nal) d(?:o|este) mes\b|月末/g,
  ],
  [
    'end-year',
    /\bend of (?:the |this )?year\b|\bende des jahres\b|\bjahresende\b|\bfin de l'annee\b|\bfin(?:al)? de ano\b|\bfi(?:m|nal) do ano\b|年末|年内/g,
  ],
  [
    'next-business-day',
    /\bnext (?:business|working) day\b|\bnachste[rn]? (?:werk|arbeits)tag\b|\bjour ouvre suivant\b|\bprochain jour ouvre\b|\bsiguiente dia (?:habil|laborable)\b|\bproximo dia util\b|翌営業日/g,
  ],
];
/** Yesterday in French, here in German. */
const FRENCH = /\bhier\b/g;

export function findRelativeDays(plain: string, language: string): Claim[] {
  const found = DAYS.filter(([, pattern]) => plain.search(pattern) >= 0).map(([name]) => name);
  const all = language === 'fr' && plain.search(FRENCH) >= 0 ? [...found, 'yesterday'] : found;
  return all.map((name) => ({ reason: 'date', keys: [`day:${name}`] }));
}
