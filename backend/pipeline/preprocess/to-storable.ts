/** Text that PostgreSQL's text and jsonb accept: no NUL, no lone surrogate. */
export const toStorable = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();
