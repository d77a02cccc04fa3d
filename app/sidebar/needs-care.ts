import type { Triage } from '../../backend/contract/triage.ts';

/** Whether somebody else decided than the account wants, or nobody: the agent should look more closely. */
export const needsCare = ({ unread, classification }: Triage): boolean => {
  const { decidedBy, fallbackReason } = classification ?? {};
  return unread || decidedBy === 'nobody' || (!!fallbackReason && decidedBy !== 'openai');
};
