import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { parseSync } from 'oxc-parser';

export type Import = { from: string; to: string };

/** Files that git knows or would take, so that build output is not read. */
export const listSources = (): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => file && existsSync(file));

/** What a file imports: a path from the project's root for its own files, a package's or built-in's name otherwise. */
export function readImports(file: string): Import[] {
  const { module } = parseSync(file, readFileSync(file, 'utf8'));
  const said = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.flatMap(({ moduleRequest }) => {
      const text = readFileSync(file, 'utf8').slice(moduleRequest.start, moduleRequest.end);
      return /^['"`][^$]+['"`]$/.test(text) ? text.slice(1, -1) : [];
    }),
  ];
  return said.map((request) => ({
    from: file,
    to: request.startsWith('.') ? posix.join(dirname(file), request) : request,
  }));
}
