export const LANGUAGES = ['en', 'es', 'fr', 'de', 'pt', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

const NAMES: Record<Language, string> = {
  en: 'english|inglés|anglais|englisch',
  es: 'spanish|español|espagnol|spanisch',
  fr: 'french|français|francés|französisch',
  de: 'german|deutsch|allemand|alemán',
  pt: 'portuguese|português|portugués|portugais',
  ja: 'japanese|日本語|japonés|japonais',
};
const COMMON_WORDS: Record<Exclude<Language, 'ja'>, string> = {
  en: 'the|and|is|are|you|your|my|i|it|to|of|not|have|this|can|please|with|what|how',
  es: 'el|los|las|una|y|es|que|mi|no|se|por|para|con|pero|cómo|está|hola|gracias|puedo|muy',
  fr: 'le|les|une|et|est|je|nous|vous|pas|ne|sur|pour|avec|mais|bonjour|merci|mon|votre|des|du',
  de: 'der|die|das|und|ist|ich|wir|nicht|ein|eine|mit|auf|für|bitte|mein|sie|kann|wie|seit|hallo',
  pt: 'o|os|uma|e|é|que|meu|minha|não|se|por|para|com|mas|como|está|olá|obrigado|obrigada|vocês|em',
};

const isLanguage = (code: string): code is Language => LANGUAGES.some((known) => known === code);
const words = (text: string) => text.toLowerCase().match(/\p{L}+/gu) ?? [];

export function detectLanguage(text: string): Language {
  const japanese = text.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  if (japanese * 8 > (text.match(/\p{L}/gu)?.length ?? 0)) return 'ja';
  const seen = words(text.slice(0, 4000));
  const scored = Object.entries(COMMON_WORDS).map(([language, common]) => {
    const set = new Set(common.split('|'));
    return { language: language as Language, hits: seen.filter((word) => set.has(word)).length };
  });
  const best = scored.reduce((top, one) => (one.hits > top.hits ? one : top));
  return best.hits > 0 ? best.language : 'en';
}

function named(name: string | undefined): Language | null {
  if (!name) return null;
  const code = name.toLowerCase().split(/[-_]/)[0] ?? '';
  if (isLanguage(code)) return code;
  return LANGUAGES.find((language) => NAMES[language].split('|').includes(name.toLowerCase())) ?? null;
}

/** The language that the instructions ask for: `"language": "de"`, `<ticket language="de">`, `Language: German`, `the language with the ISO code "de"`, `in German`. */
export function askedLanguage(instructions: string): Language | null {
  const labelled = /(?<!\p{L})(?:language|lang|locale)\b["']?\s*(?:[:=>]|is|with the iso code)\s*["']?([\p{L}-]+)/giu;
  for (const [, name] of instructions.matchAll(labelled)) {
    const language = named(name);
    if (language) return language;
  }
  const written = /\b(?:in|auf|en|em)\s+(\p{L}{4,})/giu;
  for (const [, name] of instructions.matchAll(written)) {
    const language = named(name);
    if (language) return language;
  }
  return null;
}
