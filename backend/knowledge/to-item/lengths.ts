/** How much of each text is kept, in characters. */
export const TITLE_CHARS = 280;
export const QUESTION_CHARS = 2_000;
export const ANSWER_CHARS = 4_000;
export const RESOLUTION_CHARS = 400;
