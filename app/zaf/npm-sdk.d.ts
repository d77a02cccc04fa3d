declare module 'zendesk_app_framework_sdk' {
  const sdk: unknown;
  // biome-ignore lint/style/noDefaultExport: the package is CommonJS
  export default sdk;
}
