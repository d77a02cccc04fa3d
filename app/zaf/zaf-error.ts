export type ZafFailure = 'timeout' | 'refused' | 'http';

/** What Zendesk's frame could not do. `status` and `body` are set for `http`; status 0 means no answer at all. */
export class ZafError extends Error {
  readonly kind: ZafFailure;
  readonly status: number;
  readonly body: unknown;

  constructor(kind: ZafFailure, message: string, status = 0, body: unknown = null) {
    super(message);
    this.name = 'ZafError';
    this.kind = kind;
    this.status = status;
    this.body = body;
  }
}
