import type { AuditEntry } from '../contract/audit.ts';
import type { Actor } from '../ports/audit.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { SessionClaims } from './session-token.ts';

/** What a request carries on its way through the server. */
export type Env = {
  Variables: {
    requestId: string;
    /** Whom the token stands for, or which account the operator has named. */
    tenant: Tenant;
    /** Of the page that asks to go on. */
    session: SessionClaims;
    /** Who changes something of the account. */
    actor: Actor;
    /** What the audit log says of the change; null: nothing was changed. */
    audited: AuditEntry['details'] | null | undefined;
    /** The ticket that the token was made for; what it asks about must be this one. */
    tokenTicketId: string;
    /** Error code for the log line. */
    failure: string | undefined;
    /** What was behind the failure, where the answer does not say. */
    cause: string | undefined;
  };
};
