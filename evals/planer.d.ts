declare module 'planer' {
  const planer: { extractFrom(body: string, contentType: string, document?: object): string };
  export = planer;
}
