import type { z } from 'zod';
import { type ApiError, invalidRequest } from './api-error.ts';

type Issue = z.core.$ZodIssue;

const ARTICLE: Record<string, string> = {
  number: 'a decimal',
  int: 'an integer',
  array: 'an array',
  object: 'an object',
};
const INTEGERS = new Set(['n', 'max_tokens', 'max_completion_tokens', 'top_logprobs', 'seed', 'dimensions']);
const article = (type: string) => ARTICLE[type] ?? `a ${type}`;

function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index ? '.' : ''}${String(part)}`))
    .join('');
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (value as Record<PropertyKey, unknown> | null | undefined)?.[part],
    body,
  );
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'number';
  return typeof value;
}

/** Of the branches of a union, one that takes the type says best what is wrong; else the one whose complaint lies deepest. */
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue;
  const inner = issue.errors
    .flatMap((branch) => branch.slice(0, 1))
    .map((one) => deepest({ ...one, path: [...issue.path, ...one.path] }));
  const telling = (one: Issue) => (one.code === 'invalid_type' ? 0 : 100) + one.path.length;
  return inner.reduce((best, one) => (telling(one) > telling(best) ? one : best));
}

function outOfRange(issue: Extract<Issue, { code: 'too_big' | 'too_small' }>, value: unknown, param: string): ApiError {
  const big = issue.code === 'too_big';
  const bound = Number(big ? issue.maximum : issue.minimum);
  if (issue.origin === 'array' && Array.isArray(value)) {
    return value.length === 0
      ? invalidRequest(
          `Invalid '${param}': empty array. Expected an array with minimum length ${bound}.`,
          param,
          'empty_array',
        )
      : invalidRequest(
          `Invalid '${param}': array has ${value.length} items. Expected at most ${bound}.`,
          param,
          'array_above_max_length',
        );
  }
  if (issue.origin === 'string') {
    const what = big ? 'string too long' : 'string too short';
    return invalidRequest(
      `Invalid '${param}': ${what}. The bound is ${bound}.`,
      param,
      big ? 'string_above_max_length' : 'string_below_min_length',
    );
  }
  const number = INTEGERS.has(param) ? 'integer' : 'decimal';
  const side = big ? 'above maximum' : 'below minimum';
  return invalidRequest(
    `Invalid '${param}': ${number} ${side} value. Expected a value ${big ? '<=' : '>='} ${bound}, but got ${value} instead.`,
    param,
    `${number}_${big ? 'above_max' : 'below_min'}_value`,
  );
}

function unknownKey(issue: Extract<Issue, { code: 'unrecognized_keys' }>): ApiError {
  const key = issue.keys[0] ?? '';
  if (issue.path.length === 0) return invalidRequest(`Unrecognized request argument supplied: ${key}`);
  const param = pathOf([...issue.path, key]);
  return invalidRequest(`Unknown parameter: '${param}'.`, param, 'unknown_parameter');
}

function quoted(values: readonly unknown[]): string {
  return values.map((value) => `'${value}'`).join(', ');
}

/** The first complaint about a request body, in the API's words. */
export function requestError(error: z.ZodError, body: unknown): ApiError {
  const first = error.issues[0];
  if (!first) return invalidRequest('Invalid request.');
  const issue = deepest(first);
  const param = pathOf(issue.path);
  const value = valueAt(body, issue.path);
  if (issue.code === 'unrecognized_keys') return unknownKey(issue);
  if (value === undefined)
    return invalidRequest(`Missing required parameter: '${param}'.`, param, 'missing_required_parameter');
  if (issue.code === 'too_big' || issue.code === 'too_small') return outOfRange(issue, value, param);
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)) {
    return invalidRequest(
      `Invalid value: '${value}'. Supported values are: ${quoted(issue.options)}.`,
      param,
      'invalid_value',
    );
  }
  if (issue.code === 'invalid_value') {
    return invalidRequest(
      `Invalid value: '${value}'. Supported values are: ${quoted(issue.values)}.`,
      param,
      'invalid_value',
    );
  }
  if (issue.code === 'invalid_type') {
    const message = `Invalid type for '${param}': expected ${article(issue.expected)}, but got ${article(typeName(value))} instead.`;
    return invalidRequest(message, param, 'invalid_type');
  }
  return invalidRequest(`Invalid '${param}': ${issue.message}.`, param, 'invalid_value');
}
