export type FileKind = 'pdf' | 'html' | 'mail' | 'text' | 'picture';

const BY_TYPE: Record<string, FileKind> = {
  'application/pdf': 'pdf',
  'message/rfc822': 'mail',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/json': 'text',
  'application/x-ndjson': 'text',
  'application/xml': 'text',
  'application/yaml': 'text',
  'application/csv': 'text',
  'image/png': 'picture',
  'image/jpeg': 'picture',
  'image/webp': 'picture',
  'image/gif': 'picture',
};

const ENDINGS: Record<FileKind, string> = {
  pdf: 'pdf',
  html: 'html htm',
  mail: 'eml',
  text: 'txt log csv tsv json jsonl ndjson xml md yaml yml toml ini conf cfg properties out err trace',
  picture: 'png jpg jpeg webp gif',
};
const BY_ENDING = new Map(
  Object.entries(ENDINGS).flatMap(([kind, endings]) => endings.split(' ').map((ending) => [ending, kind as FileKind])),
);
/** Kinds of text that only their own programs can read. */
const UNREADABLE = new Set(['text/rtf', 'text/richtext']);

/** What a file says it is, by its type or, where that says little, by its name's ending; null = only to be named. */
export function findKind({ name, contentType }: { name: string; contentType: string }): FileKind | null {
  const type = (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const byName = name.includes('.') ? BY_ENDING.get(ending) : undefined;
  const known = BY_TYPE[type] ?? byName;
  if (known) return known;
  return type.startsWith('text/') && !UNREADABLE.has(type) ? 'text' : null;
}
