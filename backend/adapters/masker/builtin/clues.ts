/** Words and pairs of words that tell what a number near them is. Accents do not matter; `|` parts them. */
const WORDS = {
  ssn: 'ssn|ssns|social security|itin|taxpayer|tax id|seguro social',
  us: 'npi|provider identifier|provider id|provider number|medicare|mbi',
  gb: 'nhs|nino|national insurance|utr|taxpayer reference',
  de: 'steuer|steuerid|steuernummer|steueridnummer|steueridentifikationsnummer|identifikationsnummer|idnr|id nr|tin|tax id|rentenversicherungsnummer|sozialversicherungsnummer|versicherungsnummer|svnr|rvnr',
  es: 'dni|nif|nie|cif|identidad|extranjero',
  pt: 'nif|contribuinte|cartao de cidadao|fiscal',
  br: 'cpf|cnpj|rg|cadastro|receita federal',
  fr: 'nir|insee|securite sociale|vitale|numero fiscal|secu',
  it: 'codice fiscale|partita iva|cf',
  pl: 'pesel',
  nip: 'nip|identyfikacji podatkowej|vat',
  cn: 'resident id|identity card|chinese id',
  clabe: 'clabe|interbancaria|spei',
  se: 'personnummer|pnr|swedish|samordningsnummer|personal number',
  fi: 'hetu|henkilotunnus|henkilotunnukseni|identity code|personal identity',
  kr: 'rrn|resident registration|korean',
  tr: 'tc|tckn|kimlik|turkish',
  th: 'thai|tnin',
  za: 'south african|sa id|rsa id|za id|identity number|identity document',
  sg: 'nric|fin|uen|singapore|singaporean',
  au: 'tfn|tax file|abn|acn|medicare|australian|business number|company number',
  ca: 'sin|nas|social insurance|assurance sociale|canadian',
  in: 'aadhaar|aadhar|adhaar|uidai|uid|pan|permanent account|voter|epic',
  jp: 'my number|mynumber',
  nl: 'bsn|burgerservicenummer|sofinummer',
  be: 'rijksregisternummer|registre national|numero national',
  passport:
    'passport|passports|passeport|pasaporte|pasaportes|passaporte|reisepass|reisepassnummer|passnummer|passaporto|paspoort',
  licence:
    "driving licence|driving license|driver license|drivers license|driver's license|driver’s license|driver licence|drivers licence|fuhrerschein|fuhrerscheinnummer|de conduire|de conducir|de conduzir|de motorista|cnh|patente",
  identity:
    "identity card|id card|identity number|personalausweis|personalausweisnummer|ausweisnummer|carte d'identite|d'identite|de identidad|de identidade|carta d'identita|national id",
  routing: 'routing|aba|rtn|transit',
  sort: 'sort code|sortcode|sort',
  bank: 'bank account|checking account|savings account|bank|checking|savings|routing|aba|wire|direct deposit|kontonummer|bankkonto|bankverbindung|bankleitzahl|blz|kontonr|cuenta bancaria|cuenta corriente|banque|bancaire|rib|conta corrente|conta bancaria|agencia|banco|conto corrente',
  account: 'account|acct|a/c|konto|kontonummer|kontonr|cuenta|conta|compte|conto',
  bic: 'bic|swift|swift/bic',
  birth:
    'born|birth|birthday|birthdate|dob|geboren|geb|geburtsdatum|geburtstag|nacimiento|nacida|nacido|naci|cumpleanos|naissance|ne le|nee le|anniversaire|nascimento|nascido|nascida|nasci|aniversario|nato il|nata il|nascita|geboortedatum|geboren op|urodzony|urodzona|urodzenia|urodzin|urodziny|urodzilem|urodzilam|ur',
} as const;

/** The same for scripts that write no spaces between words. */
const UNSPACED = {
  jp: 'マイナンバー|個人番号',
  kr: '주민등록번호|주민번호',
  th: 'บัตรประชาชน|ประจำตัวประชาชน',
  in: 'आधार',
  cn: '身份证|身份證|证件号',
  passport: 'パスポート|旅券|護照|护照',
  licence: '免許証',
  bank: '口座|銀行',
  account: '口座番号|口座',
  birth: '生年月日|誕生日|生まれ|出生日期|생년월일',
} as const;

export type Topic = keyof typeof WORDS;
export type Clues = {
  /** Whether a word for the topic stands anywhere. */
  has(topic: Topic): boolean;
  /** Whether one stands up to `before` characters (60) before [start, end) or `after` (30) after it. */
  isNear(topic: Topic, start: number, end: number, before?: number, after?: number): boolean;
};

const BEFORE = 60;
const AFTER = 30;
const WORD = /\p{L}[\p{L}\p{M}'’/]{0,60}/gu;

const TOPICS = new Map<string, Topic[]>();
for (const [topic, words] of Object.entries(WORDS) as [Topic, string][]) {
  for (const word of words.split('|')) TOPICS.set(word, [...(TOPICS.get(word) ?? []), topic]);
}
const PHRASES = (Object.entries(UNSPACED) as [Topic, string][]).flatMap(([topic, words]) =>
  words.split('|').map((phrase) => ({ topic, phrase })),
);

export function readClues(lower: string): Clues {
  const places = new Map<Topic, number[]>();
  const note = (topics: readonly Topic[] | undefined, at: number) => {
    for (const topic of topics ?? []) {
      const list = places.get(topic);
      if (list) list.push(at);
      else places.set(topic, [at]);
    }
  };
  let previous = '';
  for (const match of lower.matchAll(WORD)) {
    const word = plain(match[0]);
    note(TOPICS.get(word), match.index);
    if (previous !== '') note(TOPICS.get(`${previous} ${word}`), match.index);
    previous = word;
  }
  for (const { topic, phrase } of PHRASES) {
    for (let at = lower.indexOf(phrase); at >= 0; at = lower.indexOf(phrase, at + phrase.length)) note([topic], at);
  }
  for (const list of places.values()) list.sort((a, b) => a - b);
  return {
    has: (topic) => places.has(topic),
    isNear(topic, start, end, before = BEFORE, after = AFTER) {
      const at = firstFrom(places.get(topic) ?? [], start - before);
      return at !== undefined && at <= end + after;
    },
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what it asks for
const ASCII = /^[\u0000-\u007f]{0,64}$/;
const plain = (word: string): string => (ASCII.test(word) ? word : word.normalize('NFD').replace(/\p{M}/gu, ''));

/** The first of the ascending numbers that is at least `from`. */
function firstFrom(numbers: readonly number[], from: number): number | undefined {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return numbers[low];
}
