import { OutsideError } from '../../../ports/errors.ts';

/** What was asked for; null when it is not there. */
export const orNull = <T>(asked: Promise<T>): Promise<T | null> =>
  asked.catch((error) => {
    if (error instanceof OutsideError && error.code === 'not_found') return null;
    throw error;
  });

/** A path with values that are not ours, each kept to its own place. */
export const path = (parts: TemplateStringsArray, ...values: string[]): string =>
  parts.reduce((whole, part, at) => whole + encodeURIComponent(values[at - 1] ?? '') + part);
