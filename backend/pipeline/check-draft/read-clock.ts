import type { Read } from './read-dates.ts';
import type { Token } from './tokens.ts';

/** Noon and midnight. */
const NAMED = new Map([
  ...['noon', 'midday', 'mittag', 'mittags', 'mediodia', 'midi', '正午'].map((word) => [word, 12] as const),
  ...['midnight', 'mitternacht', 'medianoche', 'minuit'].map((word) => [word, 0] as const),
]);
const RANGE = new Set(['-', 'und', 'bis', 'a', 'et', 'e', 'y', 'as']);

const hourOf = (hour: number, half: string): number =>
  half === 'p' && hour < 12 ? hour + 12 : half === 'a' && hour === 12 ? 0 : hour;

const MORNING = new Set(['morning', 'manana', 'manha', 'matin', 'morgens', 'vormittags', 'madrugada', 'fruh']);
const LATER = new Set(
  'afternoon evening night tarde noche noite soir apres-midi apres nachmittags abends nachts'.split(' '),
);
const LEADS = new Set(['in', 'at', 'the', 'de', 'la', 'da', 'du', 'l', "'", 'am', 'uhr', 'heures', 'horas', 'h']);

/** `pm`, `p.m.`, "in the afternoon", "de la tarde": its half of the day and the token after it. */
function readHalf(tokens: readonly Token[], at: number): { half: string; next: number } {
  const [first, dot, m, end] = tokens.slice(at, at + 4).map(({ text }) => text);
  if (first === 'am' || first === 'pm') return { half: first.charAt(0), next: at + 1 };
  if ((first === 'a' || first === 'p') && dot === '.' && m === 'm')
    return { half: first, next: at + (end === '.' ? 4 : 3) };
  let next = at;
  while (next < at + 4 && LEADS.has(tokens[next]?.text ?? '')) next++;
  const word = tokens[next]?.text ?? '';
  if (MORNING.has(word)) return { half: 'a', next: next + 1 };
  return LATER.has(word) ? { half: 'p', next: next + 1 } : { half: '', next: at };
}

const clock = (hour: number, minute: number, next: number): Read | null =>
  hour <= 24 && minute < 60
    ? { claims: [{ reason: 'date', keys: [`clock:${hour}:${String(minute).padStart(2, '0')}`] }], next }
    : null;

/** 17:30, 5 pm, 17 Uhr, 17h30, 5時半 */
export function readClock(tokens: readonly Token[], at: number): Read | null {
  const named = NAMED.get(tokens[at]?.text ?? '');
  if (named !== undefined) return clock(named, 0, at + 1);
  const [first, mark, second] = tokens.slice(at, at + 3);
  if (first?.kind !== 'number' || !/^\d{1,2}(?:\.\d\d)?$/.test(first.text) || !mark) return null;
  const [hours = 0, dotted = 0] = first.text.split('.').map(Number);
  // "6 h 30"
  const loose = mark.text === 'h' ? 1 : 0;
  const isMinute = second?.kind === 'number' && /^\d\d$/.test(second.text) && second.start <= mark.end + loose;
  if ((mark.text === ':' || mark.text === 'h') && isMinute && mark.start <= first.end + loose) {
    const { half, next } = readHalf(tokens, at + 3);
    const after = tokens[next]?.text === 'uhr' ? next + 1 : next;
    return clock(hourOf(hours, half), Number(second.text), after);
  }
  // "zwischen 9 und 18 Uhr"
  const isFirst = RANGE.has(mark.text) && second?.kind === 'number' && /^(?:uhr|h)$/.test(tokens[at + 3]?.text ?? '');
  if (isFirst) return clock(hours, dotted, at + 1);
  const { half, next } = readHalf(tokens, at + 1);
  if (half && hours <= 12) return clock(hourOf(hours, half), dotted, next);
  if (mark.text === 'uhr' || (mark.text === 'h' && first.text.includes('.'))) return clock(hours, dotted, at + 2);
  return readWide(tokens, at, hours, isMinute);
}

/** 午後5時30分 */
function readWide(tokens: readonly Token[], at: number, hours: number, isMinute: boolean): Read | null {
  const [sign, second, last] = tokens.slice(at + 1, at + 4).map(({ text }) => text);
  if (!/^時(?!間|期|点|々)/.test(sign ?? '')) return null;
  const hour = hourOf(hours, at > 0 && tokens[at - 1]?.text.endsWith('午後') ? 'p' : '');
  if (sign?.startsWith('時半')) return clock(hour, 30, at + 2);
  return isMinute && last?.startsWith('分') ? clock(hour, Number(second), at + 4) : clock(hour, 0, at + 2);
}
