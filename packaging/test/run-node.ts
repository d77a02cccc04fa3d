import { execFile } from 'node:child_process';

const MOST_MS = 90_000;

export type Outcome = { code: number; output: string };

/** Runs a script with this process's own Node, and ends it when it takes too long. `output` is stdout and stderr. */
export function runNode(args: string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const options = { cwd, env, timeout: MOST_MS, killSignal: 'SIGKILL' as const };
    const child = execFile(process.execPath, args, options, (error, stdout, stderr) => {
      if (child.exitCode === null) reject(error ?? new Error(`${args.join(' ')} was killed`));
      else resolve({ code: child.exitCode, output: stdout + stderr });
    });
  });
}
