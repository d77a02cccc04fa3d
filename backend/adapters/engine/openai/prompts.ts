import { classifySystem, classifyUser } from './classify-prompt.ts';
import { DRAFT_SYSTEM, draftUser } from './draft-prompt.ts';
import { versionOf } from './prompt-version.ts';
import { REWRITE_SYSTEM, rewriteUser } from './rewrite-prompt.ts';

export { classifySystem, classifyUser, DRAFT_SYSTEM, draftUser, REWRITE_SYSTEM, rewriteUser };

export const PROMPT_VERSION = versionOf({ classifySystem, classifyUser, draftSystem: DRAFT_SYSTEM, draftUser });
