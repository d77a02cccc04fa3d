/** A fault of one place in a document; `path` as the backend writes it, such as `taxonomy.categories.billing`. */
export type Fault = { path: string; message: string };

export type SavedHead = { version: number; savedBy: string; savedAt: string | null; note: string | null };
export type Saved<Body> = SavedHead & { body: Body };

/** A document with versions, of which the newest is in force: settings, routing rules. */
export type Document<Body> = {
  /** What the backend puts before every path of a fault, such as `settings`. */
  root?: string;
  /** Without a version: what is in force. */
  read(version?: number): Promise<Saved<Body>>;
  save(body: Body, basedOn: number, note: string | null): Promise<Saved<Body>>;
  list(): Promise<SavedHead[]>;
  revert(version: number): Promise<Saved<Body>>;
};

/** Names within a path, such as a schedule's, may have spaces; its first part has none. */
const PATH = /^([\w-]+(?:\.[^\s.:][^.:]*)*): /;

/** `path: message; path: message` of a 400 answer, where a message may have semicolons of its own. Paths are given below `root`. */
export function faultsIn(text: string, root = ''): Fault[] {
  const faults: Fault[] = [];
  for (const part of text.split('; ')) {
    const [start = '', path = ''] = PATH.exec(part) ?? [];
    const before = faults.at(-1);
    if (path || !before) faults.push({ path: below(root, path), message: part.slice(start.length) });
    else before.message += `; ${part}`;
  }
  return faults;
}

const below = (root: string, path: string) =>
  root && path.startsWith(`${root}.`) ? path.slice(root.length + 1) : path;

/** Only the parts of `ours` that differ from `theirs`: the rest would hide them. */
export function differing<Body extends object>(ours: Body, theirs: Body): Partial<Body> {
  const parts = Object.entries(ours) as [keyof Body, unknown][];
  return Object.fromEntries(
    parts.filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(theirs[key])),
  ) as Partial<Body>;
}

/** What is wrong with `path` or with anything inside it. */
export const faultAt = (faults: readonly Fault[], path: string): string | undefined =>
  faults.find((fault) => fault.path === path || fault.path.startsWith(`${path}.`))?.message;
