const byNumber = (lines: readonly string[]): Map<string, number> =>
  new Map(lines.flatMap((words, index) => words.split(' ').map((word): [string, number] => [word, index + 1])));

/** Names that mean a month wherever they stand. */
const MONTHS = byNumber([
  'january januar janner janvier enero janeiro',
  'february februar fevrier febrero fevereiro',
  'march marz maerz mars marzo marco',
  'april avril abril',
  'mayo mai maio',
  'june juni juin junio junho',
  'july juli juillet julio julho',
  'august aout agosto',
  'september septembre septiembre setiembre setembro',
  'october oktober octobre octubre outubro',
  'november novembre noviembre novembro',
  'december dezember decembre diciembre dezembro',
]);

/** Those that mean one beside a day alone. */
const BESIDE_A_DAY = byNumber([
  'jan janv ene',
  'feb febr fev fevr',
  'mar',
  'apr avr abr',
  'may',
  'jun',
  'jul juil',
  'aug ago',
  'sep sept set',
  'oct okt out',
  'nov',
  'dec dez dic',
]);

const WEEKDAYS = byNumber([
  'monday mondays montag montags lundi lunes 月曜',
  'tuesday tuesdays dienstag dienstags mardi martes 火曜',
  'wednesday wednesdays mittwoch mittwochs mercredi miercoles 水曜',
  'thursday thursdays donnerstag donnerstags jeudi jueves 木曜',
  'friday fridays freitag freitags vendredi viernes 金曜',
  'saturday saturdays samstag samstags sonnabend samedi sabado 土曜',
  'sunday sundays sonntag sonntags dimanche domingo 日曜',
]);
/** Ordinals but for the word that follows them: "segunda-feira". */
const FEIRAS = byNumber(['segunda', 'terca', 'quarta', 'quinta', 'sexta']);
const SHORT = byNumber([
  'mon mo lun seg 月',
  'tue tues di mar ter 火',
  'wed mi mie mer qua 水',
  'thu thur thurs do jue jeu qui 木',
  'fri fr vie ven sex 金',
  'sat sa sab sam 土',
  'sun so dom dim 日',
]);
const WIDE = /^[月火水木金土日]/;
const WIDE_WEEKDAY = /[月火水木金土日]曜/g;

export const monthOf = (word: string): number | null => MONTHS.get(word) ?? null;
export const monthBesideDay = (word: string): number | null => MONTHS.get(word) ?? BESIDE_A_DAY.get(word) ?? null;

/** Of a range's ends: "Mon–Fri". */
export const shortWeekday = (word: string): number | null =>
  SHORT.get(word) ?? (WIDE.test(word) ? (SHORT.get(word.charAt(0)) ?? null) : null);

/** The weekdays that a word names, of an unspaced run all of them; `next` are the two tokens after it. */
export function weekdaysOf(word: string, next: readonly string[]): number[] {
  const known = WEEKDAYS.get(word) ?? (next[0] === '-' && next[1]?.startsWith('feira') ? FEIRAS.get(word) : undefined);
  if (known !== undefined) return [known];
  return (word.match(WIDE_WEEKDAY) ?? []).flatMap((name) => WEEKDAYS.get(name) ?? []);
}
