type Words = Record<string, () => Promise<{ words: Partial<typeof import('../../../translations/en.json').overview> }>>;

/** Made by vite.overview.config.ts of translations/: what the frame and the lead's pages say, and what only an admin's page does. */
declare module 'virtual:page-words' {
  export const first: Words;
  export const rest: Words;
}
