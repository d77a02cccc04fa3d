import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

type Schema = {
  type?: string;
  enum?: unknown;
  pattern?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
};
type Completion = { choices: { message: { content: string } }[] };
type Asked = { response_format?: { json_schema: { schema: Schema } } };

/** Every free text of an answer said otherwise. */
function say(value: unknown, schema: Schema | undefined, next: () => string): unknown {
  const one = schema?.anyOf?.find(({ type }) => type !== 'null') ?? schema;
  if (typeof value === 'string') return one?.enum || one?.pattern ? value : next();
  if (Array.isArray(value)) return value.map((item) => say(item, one?.items, next));
  if (typeof value !== 'object' || value === null) return value;
  // A sentence that names no source that it was given would be struck before anybody sees more of it.
  const isKept = (key: string) => /source|id$/i.test(key);
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, isKept(key) ? part : say(part, one?.properties?.[key], next)]),
  );
}

/** A model that answers as the stand-in at `url` does, but for its words. */
export async function startHostileModel(url: string, next: () => string) {
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const headers = { 'content-type': 'application/json', authorization: request.headers.authorization ?? '' };
    const path = (request.url ?? '').replace('/v1', '');
    const answer = await fetch(url + path, { method: request.method ?? 'POST', headers, body });
    const json = (await answer.json()) as Completion;
    const { response_format } = JSON.parse(body) as Asked;
    for (const { message } of response_format ? (json.choices ?? []) : [])
      message.content = JSON.stringify(say(JSON.parse(message.content), response_format?.json_schema.schema, next));
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
