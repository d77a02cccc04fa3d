import fc from 'fast-check';
import type { JsonSchema } from './json-schema.ts';

const SAMPLES: Record<string, string> = {
  'date-time': '2026-01-15T09:30:00Z',
  date: '2026-01-15',
  time: '09:30:00Z',
  duration: 'PT1H',
  email: 'sandbox@example.com',
  hostname: 'sandbox.example',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uuid: '3b241101-e2bb-4255-8caf-4136c566a962',
};

const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');

function fromPattern(pattern: string, wishes: string[]): string {
  const regex = new RegExp(pattern, 'u');
  const fitting = wishes.find((text) => regex.test(text));
  return fitting ?? fc.sample(fc.stringMatching(regex), { numRuns: 1, seed: 1 })[0] ?? '';
}

export function textFor(schema: JsonSchema, wanted: unknown): string {
  const text = typeof wanted === 'string' ? wanted : wanted == null ? '' : JSON.stringify(wanted);
  const sample = schema.format === undefined ? undefined : SAMPLES[schema.format];
  if (schema.pattern !== undefined) return fromPattern(schema.pattern, [sample ?? text, slug(text)]);
  return (sample ?? text).slice(0, schema.maxLength).padEnd(schema.minLength ?? 0, '.');
}

export function numberFor(schema: JsonSchema, wanted: unknown, whole: boolean): number {
  const step = schema.multipleOf ?? (whole ? 1 : 0);
  const margin = step || 1e-9;
  const low = Math.max(
    schema.minimum ?? -Number.MAX_VALUE,
    schema.exclusiveMinimum === undefined ? -Number.MAX_VALUE : schema.exclusiveMinimum + margin,
  );
  const high = Math.min(
    schema.maximum ?? Number.MAX_VALUE,
    schema.exclusiveMaximum === undefined ? Number.MAX_VALUE : schema.exclusiveMaximum - margin,
  );
  const value = Math.min(high, Math.max(low, typeof wanted === 'number' ? wanted : 0));
  if (!step) return value;
  const steps = Math.round(value / step);
  const fitting = [steps, steps + 1, steps - 1].map((count) => Number((count * step).toPrecision(12)));
  return fitting.find((number) => number >= low && number <= high) ?? value;
}

export function fromEnum(values: unknown[], wanted: unknown): unknown {
  const same = values.find((value) => value === wanted);
  if (same !== undefined || typeof wanted !== 'string') return same ?? values[0];
  return values.find((value) => typeof value === 'string' && slug(value) === slug(wanted)) ?? values[0];
}
