/** Classification and draft, each with one more try; what is made again after an outage counts on. */
export const MODEL_CALLS_PER_TICKET = 4;
/** What people ask for beside, each call one: so often nobody rewrites a draft in earnest. */
export const REWRITES_PER_TRIAGE = 8;
/** Longer than a model call, each of which renews it; short, because a killed worker's ticket waits for its end. */
export const LEASE_SECONDS = 30;
