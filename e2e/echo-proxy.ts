import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Exchange = { method: string; path: string; asked: string; headers: string; status: number; answer: string };

/** How the other side misbehaves: each of them says again everything that it was asked with. */
export const ECHOES = ['401', '403', '500', 'text', 'json', 'half', 'moved'] as const;
export type Echo = (typeof ECHOES)[number];
/** Or says nothing: `unheard` without having passed it on, `lost` after the other side has done it. */
export type Silence = 'unheard' | 'lost';
export type EchoFault = { echo: Echo | Silence; path?: RegExp; method?: string; times?: number };

export type EchoProxy = {
  url: string;
  /** Where requests go that no fault strikes. */
  aim(target: string): void;
  add(fault: EchoFault): void;
  clear(): void;
  /** What was asked and answered, oldest first. */
  exchanges: readonly Exchange[];
  close(): Promise<void>;
};

const NOT_FORWARDED = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'accept-encoding',
  'expect',
]);
const NOT_GIVEN_BACK = new Set(['content-encoding', 'content-length', 'transfer-encoding', 'connection']);
const STATUS: Record<Echo, number> = {
  '401': 401,
  '403': 403,
  '500': 500,
  text: 200,
  json: 200,
  half: 200,
  moved: 302,
};

type Asked = { method: string; path: string; headers: Record<string, string>; body: Buffer };

async function readRequest(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  return { method: request.method ?? '', path: request.url ?? '', headers, body: Buffer.concat(chunks) };
}

/** In the reason, a header, the body and where it points to. */
function sayAgain({ method, path, headers, body }: Asked, echo: Echo, response: ServerResponse): string {
  const said = { error: `${method} ${path}`, message: `Refused: ${JSON.stringify(headers)}`, input: body.toString() };
  const secret = headers.authorization ?? headers['x-chroma-token'] ?? 'none';
  const text = echo === 'text' ? Object.values(said).join('\n') : JSON.stringify(said);
  response.writeHead(STATUS[echo], `Refused ${secret}`, {
    'content-type': echo === 'text' ? 'text/plain' : 'application/json',
    'x-request-id': secret,
    'www-authenticate': `Bearer error="${secret}"`,
    ...(echo === 'moved' && { location: `http://127.0.0.1:9/?token=${encodeURIComponent(secret)}` }),
    ...(echo === 'half' && { 'content-length': text.length + 100 }),
  });
  if (echo === 'half') response.write(text, () => response.destroy());
  else response.end(text);
  return text;
}

async function forward({ method, path, headers, body }: Asked, target: string): Promise<Response> {
  const passed = Object.entries(headers).filter(([name]) => !NOT_FORWARDED.has(name));
  const sent = method === 'GET' || method === 'HEAD' ? {} : { body: new Uint8Array(body) };
  return fetch(target + path, { method, headers: passed as [string, string][], redirect: 'manual', ...sent });
}

/** Stands before a server, sees all that goes through, and answers in its place when it is to misbehave. */
export async function startEchoProxy(): Promise<EchoProxy> {
  let [target, faults]: [string, EchoFault[]] = ['', []];
  const exchanges: Exchange[] = [];

  const strike = ({ method, path }: Asked): Echo | Silence | null => {
    const fault = faults.find(
      (one) => (one.times ?? 1) > 0 && (one.path?.test(path) ?? true) && (one.method ?? method) === method,
    );
    if (fault?.times !== undefined) fault.times -= 1;
    return fault?.echo ?? null;
  };

  const server = createServer(async (request, response) => {
    const asked = await readRequest(request);
    const note = (status: number, answer: string): void => {
      const { method, path, headers, body } = asked;
      exchanges.push({ method, path, headers: JSON.stringify(headers), asked: body.toString(), status, answer });
    };
    const echo = strike(asked);
    if (echo === 'unheard') return note(0, '');
    if (echo && echo !== 'lost') return note(STATUS[echo], sayAgain(asked, echo, response));
    const answer = await forward(asked, target).catch(() => null);
    if (!answer) return void response.destroy();
    const body = Buffer.from(await answer.arrayBuffer());
    if (echo === 'lost') return note(answer.status, body.toString());
    // Links to further pages have to lead through here as well.
    const isText = /json|text/.test(answer.headers.get('content-type') ?? '');
    const given = isText ? Buffer.from(body.toString().replaceAll(target, url)) : body;
    response.writeHead(
      answer.status,
      Object.fromEntries([...answer.headers].filter(([name]) => !NOT_GIVEN_BACK.has(name))),
    );
    response.end(given);
    note(answer.status, body.toString());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    exchanges,
    aim: (to) => {
      target = to;
    },
    add: (fault) => void faults.push({ ...fault }),
    clear: () => {
      faults = [];
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
