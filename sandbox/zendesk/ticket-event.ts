/** The fixed body of an event webhook: ids are strings, enumerations upper case, the account's id a number. */
export type TicketEvent = {
  type: string;
  account_id: number;
  id: string;
  time: string;
  zendesk_event_version: '2022-11-06';
  subject: string;
  detail: Record<string, unknown>;
  event: Record<string, unknown>;
};
