import {
  adminQuerySchema,
  decisionsQuerySchema,
  decisionsViewSchema,
  decisionViewSchema,
  modelForgottenSchema,
  usageQuerySchema,
  usageViewSchema,
} from './admin.ts';
import { auditApi } from './audit.ts';
import { connectionApi } from './connection.ts';
import { deadLettersApi } from './dead-letters.ts';
import { erasureApi } from './erasure.ts';
import { feedbackLogSchema, feedbackQuerySchema } from './feedback.ts';
import { importsApi } from './imports.ts';
import { knowledgeApi } from './knowledge.ts';
import { routingApi } from './routing.ts';
import { signalsApi } from './signals.ts';
import { tenantSettingsApi } from './tenant-settings.ts';
import { trustChangeSchema, trustViewSchema } from './trust.ts';
import { undoApi } from './undo.ts';

/** Every route that an admin calls; apart from the sidebar's, whose bundle need not carry them. */
export const adminApi = {
  readFeedback: {
    method: 'get',
    path: '/v1/feedback',
    auth: 'admin',
    query: feedbackQuerySchema,
    response: feedbackLogSchema,
  },
  readTrust: {
    method: 'get',
    path: '/v1/admin/trust',
    auth: 'admin',
    query: adminQuerySchema,
    response: trustViewSchema,
  },
  changeTrust: {
    method: 'put',
    path: '/v1/admin/trust',
    auth: 'admin',
    query: adminQuerySchema,
    body: trustChangeSchema,
    response: trustViewSchema,
  },
  forgetModel: {
    method: 'delete',
    path: '/v1/admin/model',
    auth: 'admin',
    query: adminQuerySchema,
    response: modelForgottenSchema,
  },
  readUsage: {
    method: 'get',
    path: '/v1/admin/usage',
    auth: 'admin',
    query: usageQuerySchema,
    response: usageViewSchema,
  },
  findDecisions: {
    method: 'get',
    path: '/v1/admin/decisions',
    auth: 'admin',
    query: decisionsQuerySchema,
    response: decisionsViewSchema,
  },
  readDecision: {
    method: 'get',
    path: '/v1/admin/decisions/{id}',
    auth: 'admin',
    query: adminQuerySchema,
    response: decisionViewSchema,
  },
  ...routingApi,
  ...signalsApi,
  ...importsApi,
  ...knowledgeApi,
  ...erasureApi,
  ...undoApi,
  ...deadLettersApi,
  ...connectionApi,
  ...tenantSettingsApi,
  ...auditApi,
} as const;
