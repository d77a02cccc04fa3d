import { z } from 'zod';

/** `visitor`: Zendesk vouches that they have our page open in their account, and we cannot ask yet what they may do there. */
export const roleSchema = z.enum(['admin', 'agent', 'visitor']);
export type Role = z.infer<typeof roleSchema>;

/** Who has the nav-bar page open. */
export const sessionSchema = z.object({
  /** Sent as bearer token from now on; kept in the page's memory alone. */
  token: z.string(),
  /** ISO 8601; the page asks for a new one before. */
  expiresAt: z.string(),
  tenant: z.string(),
  userId: z.string(),
  role: roleSchema,
});
export type Session = z.infer<typeof sessionSchema>;

export const sessionApi = {
  /** Looks up again what its holder may do, and gives a new token for the old one. */
  renewSession: { method: 'post', path: '/v1/session', auth: 'session', response: sessionSchema },
} as const;
