import { randomBytes, randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const hex = (bytes: number): string => randomBytes(bytes).toString('hex');
const digits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join('');

/** With the last digit that makes it a card's number. */
function cardNumber(): string {
  const first = `4${digits(14)}`;
  const sum = [...first].reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${first}${(10 - (sum % 10)) % 10}`;
}

function iban(): string {
  const account = digits(18);
  const check = 98n - (BigInt(`${account}131400`) % 97n);
  return `DE${String(check).padStart(2, '0')}${account}`;
}

/** What the operator configures. */
export const configuredSecrets = () => ({
  ADMIN_TOKEN: hex(32),
  DATA_KEY: randomBytes(32).toString('base64'),
  SECRETS_KEY: randomBytes(32).toString('base64'),
  'SECRETS_KEY, the old one': randomBytes(32).toString('base64'),
  OPENAI_API_KEY: `sk-proj-${hex(24)}`,
  FALLBACK_API_KEY: `sk-other-${hex(24)}`,
  CHROMA_TOKEN: `ck-${hex(20)}`,
});

/** What customers should not have written, and how they did. */
export function customersSecrets() {
  const said = {
    'a password': `Kw${hex(5)}!7`,
    'a password in German': `Zugang${hex(5)}9`,
    'a key of a payment provider': `sk_live_${hex(16)}`,
    'a key of a cloud': `AKIA${hex(8).toUpperCase()}`,
    'a token in a header': hex(20),
    'a password in an address': hex(12),
    'a card': cardNumber(),
    'an IBAN': iban(),
    'a JWT': `eyJhbGciOiJIUzI1NiJ9.${randomBytes(30).toString('base64url')}.${randomBytes(32).toString('base64url')}`,
  };
  const text = [
    'I was charged twice for my plan this month, please refund one of the two payments.',
    `My password is ${said['a password']} and mein Passwort ist ${said['a password in German']}.`,
    `The key is ${said['a key of a payment provider']}, the other one ${said['a key of a cloud']}.`,
    `Authorization: Bearer ${said['a token in a header']}`,
    `We use postgres://app:${said['a password in an address']}@db.shop.example/main for it.`,
    `My card is ${said['a card']} and my IBAN ${said['an IBAN']}.`,
    `The session says ${said['a JWT']}`,
  ].join('\n');
  return { said, text };
}

/** As it stands in text, in addresses, in dumps of bytes, and in base64 wherever in it the secret begins. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const shifted = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    // Its first and last characters depend on what stands around it.
    return text.slice(before === 0 ? 0 : 4, -2);
  });
  const inBase64 = shifted.flatMap((text) => [text, text.replaceAll('+', '-').replaceAll('/', '_')]);
  const forms = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), bytes.toString('hex')];
  return [...new Set([...forms, ...inBase64])];
}

/** Which of the secrets stand in a text, in whatever form; `plainly`: as they are alone. */
export function createSearch(secrets: Record<string, string>, { plainly = false } = {}) {
  const sought = Object.entries(secrets).map(([name, secret]) => ({
    name,
    forms: plainly ? [secret] : formsOf(secret),
  }));
  return (text: string | Buffer): string[] =>
    sought.filter(({ forms }) => forms.some((form) => text.includes(form))).map(({ name }) => name);
}

/** Every file under a folder. */
export const readFolder = (folder: string): { path: string; bytes: Buffer }[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => ({ path, bytes: readFileSync(path) }));
