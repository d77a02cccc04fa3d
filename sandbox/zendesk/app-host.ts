import { resolve } from 'node:path';
import { Hono } from 'hono';
import { APP_ID } from './directory.ts';
import { readStatic } from './static-files.ts';

const HASHED = /-[\w-]{8}\.\w+$/;

/** The second origin, from which Zendesk serves a packaged app's assets and nothing else of it. */
export function appHost(appDir: string | null) {
  return new Hono().get(`/${APP_ID}/assets/*`, async (c) => {
    if (appDir === null) return c.text('No app folder was given', 404);
    const path = c.req.path.slice(`/${APP_ID}/assets/`.length);
    const file = await readStatic(resolve(appDir, 'assets'), path);
    if (file === null) return c.text('Not found', 404);
    return c.body(file.content, 200, {
      'Content-Type': file.type,
      'Cache-Control': HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'Access-Control-Allow-Origin': '*',
      'X-Content-Type-Options': 'nosniff',
    });
  });
}
