/** What an app's page may say; it comes as a JSON string, replies to hooks come as plain objects. */
export type FromApp = { appGuid: string; instanceGuid: string } & (
  | { kind: 'handshake' }
  | { kind: 'subscribe'; event: string; subscriberCount: number }
  | { kind: 'trigger'; event: string; message: unknown }
  | { kind: 'http'; key: string; options: RequestOptions }
  | { kind: 'reply'; hook: string; refusal: string | false | null }
  | { kind: 'call'; id: number; request: string; params: unknown }
);

export type RequestOptions = {
  url: string;
  type?: string;
  method?: string;
  data?: unknown;
  contentType?: string | false;
  headers?: Record<string, string>;
  cors?: boolean;
  secure?: boolean;
  jwt?: unknown;
  timeout?: number;
  httpCompleteResponse?: boolean;
};

type Raw = { [key: string]: unknown };
const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null;

/** Null for everything the host does not know: custom messages, telemetry, noise from other scripts. */
export function readMessage(data: unknown): FromApp | null {
  const raw = typeof data === 'string' ? parse(data) : data;
  if (!isRaw(raw) || typeof raw.appGuid !== 'string') return null;
  const guids = {
    appGuid: raw.appGuid,
    instanceGuid: typeof raw.instanceGuid === 'string' ? raw.instanceGuid : raw.appGuid,
  };
  if (typeof raw.id === 'number' && typeof raw.request === 'string') {
    return { ...guids, kind: 'call', id: raw.id, request: raw.request, params: raw.params };
  }
  if (typeof raw.key !== 'string') return null;
  const message = isRaw(raw.message) ? raw.message : {};
  if (raw.key === 'iframe.handshake') return { ...guids, kind: 'handshake' };
  if (/^request:\d+$/.test(raw.key))
    return { ...guids, kind: 'http', key: raw.key, options: message as RequestOptions };
  const [, kind, event = ''] = /^iframe\.(on|off|trigger|reply):(.+)$/s.exec(raw.key) ?? [];
  if (kind === 'on' || kind === 'off')
    return { ...guids, kind: 'subscribe', event, subscriberCount: Number(message.subscriberCount) || 0 };
  if (kind === 'trigger') return { ...guids, kind, event, message: raw.message };
  if (kind === 'reply')
    return { ...guids, kind, hook: event, refusal: isRaw(raw.error) ? refusalOf(raw.error.msg) : null };
  return null;
}

const refusalOf = (msg: unknown) => (typeof msg === 'string' ? msg : false);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
