import { expect, it } from 'vitest';
import { z } from 'zod';
import { triageSchema } from '../../backend/contract/triage.ts';
import { aSource, aTriage } from '../test/a-triage.ts';
import { complete } from './complete.ts';

const ASSIGNEE = { agentId: '70', name: 'Ada', open: 2, seenThere: true, passedOver: [] };
const WHOLE = triageSchema.parse({ ...aTriage(), assignee: ASSIGNEE, sources: [aSource()] });

type Leave = (field: z.ZodType, value: unknown) => boolean;

/** Without the fields that the contract gives a default, apart from those to `leave`. */
function early(schema: unknown, value: unknown, leave: Leave): unknown {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) return early(schema.unwrap(), value, leave);
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return value.map((each) => early(schema.element, each, leave));
  if (!(schema instanceof z.ZodObject) || value === null) return value;
  const fields: [string, z.ZodType, unknown][] = Object.entries(schema.shape).map(([key, field]) => [
    key,
    field as z.ZodType,
    (value as Record<string, unknown>)[key],
  ]);
  const stay = fields.filter(([, field, inside]) => !(field instanceof z.ZodDefault) || leave(field, inside));
  return Object.fromEntries(stay.map(([key, field, inside]) => [key, early(field, inside, leave)]));
}

const isObject: Leave = (_, value) => typeof value === 'object' && value !== null && !Array.isArray(value);

it.each<[string, Leave]>([
  ['lacks all that came later', () => false],
  ['has what came later as it was first', isObject],
])('a triage that %s is completed as the contract does it', (_, leave) => {
  const stored = early(triageSchema, WHOLE, leave);
  expect(stored).not.toEqual(WHOLE);
  expect(complete(stored as typeof WHOLE)).toEqual(triageSchema.parse(stored));
});

it('what is there stays', () => {
  expect(complete(WHOLE)).toEqual(WHOLE);
});
