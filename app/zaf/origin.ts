const LOCAL = /^https?:\/\/(localhost|127\.0\.0\.1)(:\d{1,5})?$/;
const ZENDESK = /^https:\/\/[a-z0-9][a-z0-9-]{0,62}\.zendesk\.com$/;

/** The npm SDK obeys any `?origin=`; Zendesk's own build only these. */
export const isZendeskOrigin = (origin: string | null): boolean =>
  origin !== null && (LOCAL.test(origin) || ZENDESK.test(origin));
