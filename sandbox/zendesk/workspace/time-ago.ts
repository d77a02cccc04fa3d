import { el } from './element.ts';

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;
const format = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' });

export function timeAgo(stamp: string): HTMLTimeElement {
  return el('time', { datetime: stamp, title: new Date(stamp).toLocaleString('en') }, sentence(stamp));
}

function sentence(stamp: string): string {
  const seconds = (Date.parse(stamp) - Date.now()) / 1000;
  const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['minute', 60];
  return Math.abs(seconds) < 60 ? 'just now' : format.format(Math.round(seconds / length), unit);
}
