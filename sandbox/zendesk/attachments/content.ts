import type { AttachmentSeed } from '../seed-shape.ts';
import type { Attachment } from '../state.ts';
import { pdfOf } from './pdf.ts';
import { screenshotPng } from './png.ts';

type Described = Pick<Attachment, 'file_name' | 'content_type' | 'text'>;

/** An attachment's bytes, of its kind and always the same: made from its text, or from its name when it has none. */
export function contentOf({ file_name, content_type, text = `Placeholder for ${file_name}\n` }: Described): Buffer {
  if (content_type === 'application/pdf') return pdfOf([text.split('\n')]);
  if (content_type === 'image/png') return screenshotPng(file_name);
  return Buffer.from(text);
}

export function newAttachment(id: number, { name, contentType, text }: AttachmentSeed): Attachment {
  const described = { file_name: name, content_type: contentType, ...(text === undefined ? {} : { text }) };
  return { id, ...described, size: contentOf(described).length };
}
