type English = Partial<typeof import('../../translations/en.json').ui>;

declare module 'virtual:english-first' {
  export const words: English;
}
declare module 'virtual:english-later' {
  export const words: English;
}
