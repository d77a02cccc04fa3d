import { useEffect, useState } from 'react';

/** A frame whose sandbox forbids downloads saves nothing and says nothing, so the page shows the address too. */
export type SavedFile = { name: string; url: string };

/** Gives the browser a file to keep; `file` holds until the next one, or until the page goes. */
export function useSavedFile() {
  const [file, setFile] = useState<SavedFile | null>(null);
  useEffect(() => () => URL.revokeObjectURL(file?.url ?? ''), [file]);
  const save = (name: string, blob: Blob) => {
    const ready = { name, url: URL.createObjectURL(blob) };
    setFile(ready);
    const link = document.createElement('a');
    link.href = ready.url;
    link.download = name;
    link.click();
  };
  return { file, save, forget: () => setFile(null) };
}
