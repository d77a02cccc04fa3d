import { afterEach, vi } from 'vitest';

/** Catches what pages give the browser to keep. Restores everything after the test. */
export function catchFiles(): {
  names: string[];
  texts(): Promise<string[]>;
  /** Of the first one. */
  lines(): Promise<string[]>;
} {
  const blobs: Blob[] = [];
  const names: string[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    blobs.push(blob as Blob);
    return 'blob:saved';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
  const texts = () => Promise.all(blobs.map((blob) => blob.text()));
  return { names, texts, lines: async () => (await texts())[0]?.trimEnd().split('\r\n') ?? [] };
}

afterEach(() => {
  vi.restoreAllMocks();
});
