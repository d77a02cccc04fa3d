import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { samplePackage } from './test/sample-package.ts';
import { zipFiles } from './zip.ts';

const zone = process.env.TZ;
afterEach(() => {
  vi.useRealTimers();
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe('the zip', () => {
  it('holds exactly the files, sorted, with their bytes', () => {
    const files = samplePackage();
    const unzipped = unzipSync(zipFiles(files));
    expect(Object.keys(unzipped)).toEqual([
      'assets/index-Ab1.js',
      'assets/index.html',
      'assets/logo-small.png',
      'assets/logo.png',
      'manifest.json',
      'requirements.json',
      'translations/en.json',
      'translations/pt-br.json',
    ]);
    for (const [path, bytes] of files) expect(unzipped[path]).toEqual(new Uint8Array(bytes));
  });

  it('is the same for the same files in any order, on any day and in any time zone', () => {
    vi.useFakeTimers({ now: new Date('2026-03-01T10:00:00Z') });
    process.env.TZ = 'America/Los_Angeles';
    const zip = zipFiles(samplePackage());
    process.env.TZ = 'Asia/Tokyo';
    vi.setSystemTime(new Date('2027-08-09T10:11:12Z'));
    expect(Buffer.from(zipFiles(new Map([...samplePackage()].toReversed()))).equals(zip)).toBe(true);
  });
});
