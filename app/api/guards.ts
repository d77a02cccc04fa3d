import type { Problem } from '../../backend/contract/problem.ts';
import type { SidebarSettings } from '../../backend/contract/settings.ts';
import type { Draft, Triage } from '../../backend/contract/triage.ts';

type Loose<T> = { [K in keyof T]?: unknown };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const { isArray } = Array;
const isListOrNull = (value: unknown) => value === null || isArray(value);

/** Something in between, such as a proxy, may have answered instead of the backend. */
export function isProblem(json: unknown): json is Problem {
  if (!isObject(json) || !isObject(json.error)) return false;
  const { code, message, requestId } = json.error;
  return isText(code) && isText(message) && isText(requestId);
}

/** The backend checks its answers where it writes them; here only that it is one of ours, and of a version that we can show. */
export function isSettings(json: unknown): json is SidebarSettings {
  if (!isObject(json)) return false;
  const { categories, teams, teamOf, fields }: Loose<SidebarSettings> = json;
  return isArray(categories) && isArray(teams) && isObject(teamOf) && isObject(fields);
}

export const isDraft = (json: unknown): json is Draft => isObject(json) && isText(json.text);

export function isTriage(json: unknown): json is Triage {
  if (!isObject(json)) return false;
  const { id, status, classification, sources, escalation, draft }: Loose<Triage> = json;
  return (
    isText(id) &&
    isText(status) &&
    isListOrNull(sources) &&
    (classification === null ||
      (isObject(classification) && isArray(classification.candidates) && isArray(classification.evidence))) &&
    (escalation === null || (isObject(escalation) && isArray(escalation.reasons))) &&
    (draft === null || isDraft(draft))
  );
}
