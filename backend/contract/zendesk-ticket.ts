import { z } from 'zod';

/** Zendesk ids are integers in REST and strings in event webhooks; we keep strings. */
const id = z.union([z.number().int(), z.string().regex(/^\d{1,20}$/)]).transform(String);

const stamp = z.iso.datetime({ offset: true });

const userSchema = z.object({
  id,
  name: z.string().max(400).nullish(),
  email: z.string().max(400).nullish(),
  role: z.string().max(40).nullish(),
});

const attachmentSchema = z.object({
  id,
  file_name: z.string().max(400).nullish(),
  content_type: z.string().max(200).nullish(),
  size: z.number().nullish(),
  content_url: z.string().max(2000).nullish().catch(null),
  inline: z.boolean().nullish(),
});

const commentSchema = z.object({
  id,
  author_id: id,
  public: z.boolean(),
  body: z.string().nullish(),
  html_body: z.string().nullish(),
  plain_body: z.string().nullish(),
  created_at: z.string().nullish(),
  via: z.object({ channel: z.union([z.string(), z.number()]).nullish() }).nullish(),
  attachments: z.array(attachmentSchema).max(100).nullish(),
});

/**
 * A ticket as Zendesk's REST API gives it (`/tickets/{id}`, its comments, users and organizations side-loaded): what the sidebar
 * reads with the agent's own session and what the backend reads after a webhook, so that both see the same ticket.
 */
export const zendeskTicketSchema = z.object({
  ticket: z.object({
    id,
    subject: z.string().nullish(),
    description: z.string().nullish(),
    status: z.string().max(40).nullish(),
    priority: z.string().max(40).nullish(),
    group_id: id.nullish(),
    assignee_id: id.nullish(),
    requester_id: id,
    tags: z.array(z.string().max(400)).max(1000).default([]),
    custom_fields: z.array(z.object({ id, value: z.unknown() })).default([]),
    via: z.object({ channel: z.union([z.string(), z.number()]).nullish() }).nullish(),
    created_at: stamp.nullish(),
    updated_at: stamp.nullish(),
  }),
  comments: z.array(commentSchema).max(1000).default([]),
  users: z.array(userSchema).max(200).default([]),
  organizations: z
    .array(z.object({ id, name: z.string().max(400) }))
    .max(100)
    .default([]),
});
export type ZendeskTicket = z.output<typeof zendeskTicketSchema>;
export type ZendeskTicketInput = z.input<typeof zendeskTicketSchema>;
