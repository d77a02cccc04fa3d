import { zipSync } from 'fflate';
import type { Files } from './finding.ts';

/** The same bytes for the same files, whatever their order, the day and the machine. */
export function zipFiles(files: Files): Uint8Array {
  const sorted = [...files].toSorted(([a], [b]) => (a < b ? -1 : 1));
  // Zip dates know no time zone and fflate writes local time: the same reading of the clock everywhere.
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime: new Date(1980, 0, 1, 12) });
}
