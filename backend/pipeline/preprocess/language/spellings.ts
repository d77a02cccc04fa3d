/** How a language's words end, where n-grams of four bytes are too short to see it. */
const ENDINGS: Record<string, string> = {
  en: 'ness ship tional ally ingly ating ing ed ly ful less able ously',
  es: 'ción cción ciones cion ccion cin ccin dad dades tad miento mientos ando iendo aste ieron aron able ibles',
  fr: 'ement ements aux eux euse euses iste istes ique iques oir oire eau eaux ette ettes ée ées és erie eries ois oise aise ité ités',
  de: 'ung ungen keit heit heiten lich liche lichen isch ische ischen schaft ionen ierung iert ieren ität gt',
  pt: 'ção ções cao coes dade dades agem agens ão ões eiro eira eiros eiras íamos aram eram ável íveis ando endo',
  it: 'zione zioni tà ità mento menti aggio aggi ezza ismo ista issimo iamo ando endo ico ici che chi abile ibile are ere ire uto ato ata',
  nl: 'heid heden lijk lijke ing ingen eren ische tje tjes aar fie tie ties cht eeks oop aat ijk',
  pl: 'ość ości anie enie ania enia ów ych ego emu ami ach ować ski ska skie cja cji czny czna',
};
/** Spellings inside a word that are usual in one language and rare in its neighbours. */
const INSIDE: Record<string, string> = {
  en: 'ght wh sh ould oo ee ck',
  es: 'ñ ll cc ué',
  fr: 'eau oux ç œ oeu qu',
  de: 'sch tz ß äu pf ck ie',
  pt: 'nh lh ç ã õ ss',
  it: 'gli zz cch ggi cci cc tt',
  nl: 'ij oo ee aa uu oe sch ui',
  pl: 'cz sz rz dz ł ą ę ż',
};
const LONGEST_ENDING = 6;

const endings = byPiece(ENDINGS);
const inside = [...byPiece(INSIDE)];

/** The languages that a word of four letters or more is spelled like, each as often as it shows. */
export function languagesBySpelling(word: string): string[] {
  if (word.length < 4) return [];
  const found = inside.flatMap(([piece, languages]) => (word.includes(piece) ? languages : []));
  for (let length = Math.min(LONGEST_ENDING, word.length - 2); length >= 2; length--) {
    const languages = endings.get(word.slice(-length));
    if (languages) return [...found, ...languages, ...languages];
  }
  return found;
}

function byPiece(pieces: Record<string, string>): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const [language, list] of Object.entries(pieces)) {
    for (const piece of list.split(' ')) map.set(piece, [...(map.get(piece) ?? []), language]);
  }
  return map;
}
