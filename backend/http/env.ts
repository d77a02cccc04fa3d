import type { Tenant } from '../ports/tenant.ts';

/** What a request carries on its way through the server. */
export type Env = {
  Variables: {
    requestId: string;
    /** Set by the installation's token. */
    tenant: Tenant;
    /** The ticket that the token was made for; what it asks about must be this one. */
    tokenTicketId: string;
    /** Error code for the log line. */
    failure: string | undefined;
    /** What was behind the failure, where the answer does not say. */
    cause: string | undefined;
  };
};
