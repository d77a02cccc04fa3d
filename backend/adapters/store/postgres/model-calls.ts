/** Classification and draft, each with one more try; what is made again after an outage counts on. */
export const MODEL_CALLS_PER_TICKET = 4;
