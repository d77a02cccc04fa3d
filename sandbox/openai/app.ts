import { randomBytes } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ApiError } from './api-error.ts';
import type { Call } from './calls.ts';
import { modelCard, modelList } from './models.ts';
import { chatCompletions, embeddings, type SandboxContext } from './routes.ts';
import type { Sandbox } from './sandbox.ts';

const MAX_BODY_BYTES = 50 * 1024 * 1024;

function apiKey(c: SandboxContext, { apiKeys }: Sandbox): string {
  const key = /^Bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  if (key === undefined) {
    throw new ApiError(
      401,
      "You didn't provide an API key. Provide it in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY).",
    );
  }
  if (apiKeys.includes(key)) return key;
  const shown = key.length > 11 ? `${key.slice(0, 7)}***${key.slice(-4)}` : '***';
  throw new ApiError(401, `Incorrect API key provided: ${shown}.`, { code: 'invalid_api_key' });
}

function withHeaders(response: Response, headers: Record<string, string>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

export function createApp(sandbox: Sandbox): Hono<{ Bindings: HttpBindings; Variables: { call: Call } }> {
  const app = new Hono<{ Bindings: HttpBindings; Variables: { call: Call } }>();

  app.use(async (c, next) => {
    const requestId = `req_${randomBytes(16).toString('hex')}`;
    const started = performance.now();
    const call = sandbox.record(c.req.path.replace(/^\/v1/, ''), requestId);
    c.set('call', call);
    c.header('x-request-id', requestId);
    c.header('x-sandbox', 'stand-in');
    c.header('openai-organization', 'sandbox');
    c.header('openai-version', '2020-10-01');
    await next();
    if (c.res.headers.has('x-hono-already-sent')) return;
    call.status = c.res.status;
    c.header('openai-processing-ms', String(Math.round(performance.now() - started)));
  });

  app.use('/v1/*', async (c, next) => {
    const headers = sandbox.rateLimit.take(apiKey(c, sandbox));
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    await next();
  });

  const limit = bodyLimit({
    maxSize: MAX_BODY_BYTES,
    onError: () => {
      throw new ApiError(413, `The request body is larger than ${MAX_BODY_BYTES} bytes.`);
    },
  });
  app.post('/v1/chat/completions', limit, (c) => chatCompletions(c, sandbox));
  app.post('/v1/embeddings', limit, (c) => embeddings(c, sandbox));
  app.get('/v1/models', (c) => c.json(modelList()));
  app.get('/v1/models/:id', (c) => c.json(modelCard(c.req.param('id'))));

  for (const path of ['/v1/chat/completions', '/v1/embeddings', '/v1/models']) {
    app.all(path, (c) => {
      throw new ApiError(
        405,
        `Not allowed to ${c.req.method} on ${path}. Perhaps you meant to use a different HTTP method?`,
      );
    });
  }
  app.notFound((c) => c.json(new ApiError(404, `Invalid URL (${c.req.method} ${c.req.path})`).body, 404));
  app.onError((error, c) => {
    const known = error instanceof ApiError ? error : new ApiError(500, `The stand-in failed: ${error.message}`);
    return withHeaders(c.json(known.body, known.status as 400), known.headers);
  });
  return app;
}
