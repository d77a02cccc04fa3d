import { z } from 'zod';
import { feedbackEventSchema } from './feedback.ts';
import { rewriteRequestSchema, rewriteSchema } from './rewrite.ts';
import { sidebarSettingsSchema } from './settings.ts';
import { triageRequestSchema, triageSchema } from './triage.ts';

/** Every route that the sidebar calls, by name: the client, the server and the OpenAPI document read this table. */
export const api = {
  readSettings: { method: 'get', path: '/v1/settings', auth: 'installation', response: sidebarSettingsSchema },
  requestTriage: {
    method: 'post',
    path: '/v1/triages',
    auth: 'installation',
    body: triageRequestSchema,
    response: triageSchema,
  },
  readTriage: { method: 'get', path: '/v1/triages/{id}', auth: 'installation', response: triageSchema },
  sendFeedback: {
    method: 'post',
    path: '/v1/triages/{id}/feedback',
    auth: 'installation',
    body: feedbackEventSchema,
    response: z.object({ stored: z.boolean() }),
  },
  rewriteDraft: {
    method: 'post',
    path: '/v1/triages/{id}/rewrites',
    auth: 'installation',
    body: rewriteRequestSchema,
    response: rewriteSchema,
  },
} as const;
