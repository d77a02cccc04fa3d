/** The letters beyond a–z that a language's own words are written with. */
const LATIN: Record<string, string> = {
  en: '',
  es: 'áéíóúüñ',
  fr: 'àâæçéèêëîïôœùûüÿ',
  de: 'äöüß',
  pt: 'áâãàçéêíóôõú',
  it: 'àèéìòùî',
  nl: 'áéëïóöüèê',
  pl: 'ąćęłńóśźż',
  ca: 'àçéèíïóòúü',
  cs: 'áčďéěíňóřšťúůýž',
  da: 'æøåé',
  et: 'äöõüšž',
  fi: 'äöå',
  hr: 'čćđšž',
  hu: 'áéíóöőúüű',
  lt: 'ąčęėįšųūž',
  lv: 'āčēģīķļņšūž',
  id: '',
  no: 'æøåéèêóòâô',
  ro: 'ăâîșțşţ',
  sk: 'áäčďéíĺľňóôŕšťúýž',
  sl: 'čšž',
  sv: 'åäöé',
  tr: 'çğıöşüâîû',
  vi: 'àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ',
};

const CYRILLIC: Record<string, string> = {
  ru: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  uk: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
  bg: 'абвгдежзийклмнопрстуфхцчшщъьюя',
  sr: 'абвгдђежзијклљмнњопрстћуфхцчџш',
};

const ARABIC_SHARED = 'ءآأؤئابتثجحخدذرزسشصضطظعغفقلمنهو';
const ARABIC: Record<string, string> = {
  ar: `${ARABIC_SHARED}إةىكي`,
  fa: `${ARABIC_SHARED}پچژگکیۀ`,
  ur: `${ARABIC_SHARED}پچژگکیٹڈڑںھہۂےۓ`,
};

const SCRIPTS: [script: RegExp, alphabets: Map<string, Set<string>>][] = [
  [/\p{Script=Latin}/gu, setsOf(LATIN, 'abcdefghijklmnopqrstuvwxyz')],
  [/\p{Script=Cyrillic}/gu, setsOf(CYRILLIC, '')],
  [/\p{Script=Arabic}/gu, setsOf(ARABIC, '')],
];

/** Each language's letters, of the script that most of the text is in; empty when it is none of ours. */
export function alphabetsFor(text: string): Map<string, Set<string>> {
  let most = 0;
  let found = new Map<string, Set<string>>();
  for (const [script, alphabets] of SCRIPTS) {
    const count = text.match(script)?.length ?? 0;
    if (count > most) found = alphabets;
    most = Math.max(most, count);
  }
  return found;
}

function setsOf(alphabets: Record<string, string>, shared: string): Map<string, Set<string>> {
  return new Map(Object.entries(alphabets).map(([language, letters]) => [language, new Set(shared + letters)]));
}
