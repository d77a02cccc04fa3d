import type { Role, Session } from '../../../backend/contract/session.ts';

const ROLES: Record<Role, true> = { admin: true, agent: true, visitor: true };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';

export function isSession(json: unknown): json is Session {
  if (!isObject(json)) return false;
  const { role, ...texts } = json;
  return (
    isText(role) &&
    Object.hasOwn(ROLES, role) &&
    [texts.token, texts.expiresAt, texts.tenant, texts.userId].every(isText)
  );
}

/** Every answer of ours is an object; what is in it was checked where it was written. */
export const isAnswer = isObject;
