import { z } from 'zod';

export const LOCALE = /^[a-z]{2,3}(-\w{2,3})?$/;
const LOCATIONS = [
  'ticket_sidebar',
  'new_ticket_sidebar',
  'user_sidebar',
  'organization_sidebar',
  'nav_bar',
  'top_bar',
  'system_top_bar',
  'background',
  'modal',
  'ticket_editor',
] as const;
const SCOPES = [
  'header',
  'body',
  'url',
  'jwt_secret_key',
  'jwt_claim',
  'basic_auth_username',
  'basic_auth_password',
] as const;

const webAddress = z.url({ protocol: /^https?$/ });
const flag = z.boolean().default(false);
const needed = z.string().min(1);

const place = z.looseObject({
  url: z.string().optional(),
  flexible: z.boolean().default(true),
  autoLoad: z.boolean().default(true),
  signed: z.boolean().optional(),
});

const parameter = z.looseObject({
  name: needed.refine((name) => name !== 'name', 'is a name that Zendesk keeps for itself'),
  type: z.enum(['text', 'checkbox', 'url', 'number', 'multiline', 'hidden', 'oauth']).default('text'),
  required: flag,
  secure: flag,
  default: z.unknown().optional(),
  scopes: z.array(z.enum(SCOPES)).min(1).optional(),
});

/** manifest.json, version 2, of an app for Zendesk Support; keys that Zendesk ignores may stand beside. */
export const MANIFEST = z.looseObject({
  author: z.looseObject({ name: z.string().optional(), email: z.string().optional(), url: webAddress.optional() }),
  defaultLocale: z.string().regex(LOCALE, 'is not a locale such as en or pt-br'),
  private: z.boolean().default(true),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'is not a version such as 1.0.0, after which the zip is named'),
  frameworkVersion: z.literal('2.0').optional(),
  location: z
    .strictObject({
      support: z.partialRecord(
        z.enum(LOCATIONS),
        z.preprocess((url) => (typeof url === 'string' ? { url } : url), place),
      ),
    })
    .optional(),
  parameters: z.array(parameter).default([]),
  oauth: z
    .looseObject({ client_id: needed, client_secret: needed, authorize_uri: needed, access_token_uri: needed })
    .optional(),
  domainWhitelist: z.array(z.string().regex(/^[\w.*-]+$/, 'is not a bare host name')).default([]),
  signedUrls: flag,
  singleInstall: flag,
  requirementsOnly: flag,
  marketingOnly: flag,
  termsConditionsURL: webAddress.optional(),
  remoteInstallationURL: z.string().optional(),
  gaID: z.string().optional(),
  experiments: z.record(z.string(), z.unknown()).default({}),
  noTemplate: z.undefined({ error: 'belongs to version 1 of the framework' }).optional(),
});

export type Manifest = z.output<typeof MANIFEST>;
export type Parameter = Manifest['parameters'][number];
