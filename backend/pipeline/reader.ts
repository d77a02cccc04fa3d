import type { DraftPart } from '../contract/triage.ts';
import type { Ticket } from '../ports/ticket.ts';
import type { AttachmentParts } from './attachments/read-attachments.ts';
import type { DraftToCheck } from './check-draft/check-draft.ts';
import type { Ingested } from './ingest.ts';
import type { MaskedPassage, PassageToMask } from './mask-passage.ts';
import type { ReadText, TextToRead } from './read-text.ts';

/** Reads what strangers wrote where no text can hold the process. Null for what had to be ended. */
export type Reader = Pick<AttachmentParts, 'extract'> & {
  /** `language`: the one to ask others about the unmasked text in, `und` when unknown. */
  ingest(ticket: Ticket): Promise<(Ingested & { language: string }) | null>;
  readText(text: TextToRead): Promise<ReadText | null>;
  maskPassage(passage: PassageToMask): Promise<MaskedPassage | null>;
  checkDraft(draft: DraftToCheck): Promise<DraftPart[] | null>;
};
