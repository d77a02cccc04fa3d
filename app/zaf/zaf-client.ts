/** Zendesk's SDK as it behaves (npm 2.0.11 and the CDN build); neither ships types. */
export type ZafSdk = { init(registered?: (registration: Registration) => void): ZafClient | false };

export type Registration = {
  metadata: { name?: string; settings?: Record<string, unknown> };
  context: { location?: string; ticketId?: number | string; account?: { subdomain?: string } };
};

export type ZafRequest = {
  url: string;
  type?: 'GET' | 'POST';
  contentType?: string;
  data?: string;
  headers?: Record<string, string>;
  jwt?: { algorithm: 'HS256'; secret_key: string; expiry: number; claims: Record<string, string> };
  secure?: boolean;
  cors?: boolean;
  autoRetry?: boolean;
  httpCompleteResponse?: boolean;
};

export type ZafClient = {
  get(paths: string | string[]): Promise<unknown>;
  set(values: Record<string, unknown>): Promise<unknown>;
  invoke(name: string, ...args: unknown[]): Promise<unknown>;
  request(options: ZafRequest): Promise<unknown>;
  on(event: string, handler: (payload: unknown) => unknown): void;
  off(event: string, handler: (payload: unknown) => unknown): void;
};
