type Known = {
  currentUser: { id?: number | string; locale?: string };
  'ticket.priority': string | null;
  'ticket.tags': string[];
  'ticket.assignee.group.id': number | string | null;
  'ticket.assignee.group.name': string | null;
  'ticket.assignee.user.id': number | string | null;
  'ticket.comment.text': string | null;
  'ticket.comment.type': string | null;
  colorScheme: string;
};
type Computed = {
  [custom: `ticket.customField:custom_field_${string}`]: string | number | boolean | null;
  [requirement: `requirement:${string}`]: { requirement_id?: number | string };
};

/** Everything that this app reads of the agent's workspace, and what it gets. */
export type PathValues = Known & Computed;
export type Path = keyof PathValues;
