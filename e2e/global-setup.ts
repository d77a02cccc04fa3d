import { buildApp } from '../sandbox/build-app.ts';

/** The browser tests run the packaged app, not a development server. */
export async function setup(): Promise<void> {
  await buildApp('http://localhost:8787', () => {});
}
