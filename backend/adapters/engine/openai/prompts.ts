import { classifySystem, classifyUser } from './classify-prompt.ts';
import { DRAFT_SYSTEM, draftUser } from './draft-prompt.ts';
import { versionOf } from './prompt-version.ts';

export { classifySystem, classifyUser, DRAFT_SYSTEM, draftUser };

export const PROMPT_VERSION = versionOf({ classifySystem, classifyUser, draftSystem: DRAFT_SYSTEM, draftUser });
