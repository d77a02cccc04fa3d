/** A fault of one place in a document; `path` as the backend writes it, such as `taxonomy.categories.billing`. */
export type Fault = { path: string; message: string };

export type SavedHead = { version: number; savedBy: string; savedAt: string | null; note: string | null };
export type Saved<Body> = SavedHead & { body: Body };

/** A document with versions, of which the newest is in force: settings, routing rules. */
export type Document<Body> = {
  /** Without a version: what is in force. */
  read(version?: number): Promise<Saved<Body>>;
  save(body: Body, basedOn: number, note: string | null): Promise<Saved<Body>>;
  list(): Promise<SavedHead[]>;
  revert(version: number): Promise<Saved<Body>>;
};

const PATH = /^([^ :]+): /;

/** `path: message; path: message` of a 400 answer, where a message may have semicolons of its own. */
export function faultsIn(text: string): Fault[] {
  const faults: Fault[] = [];
  for (const part of text.split('; ')) {
    const [start = '', path = ''] = PATH.exec(part) ?? [];
    const before = faults.at(-1);
    if (path || !before) faults.push({ path, message: part.slice(start.length) });
    else before.message += `; ${part}`;
  }
  return faults;
}

/** What is wrong with `path` or with anything inside it. */
export const faultAt = (faults: readonly Fault[], path: string): string | undefined =>
  faults.find((fault) => fault.path === path || fault.path.startsWith(`${path}.`))?.message;
