/** Made by vite.overview.config.ts of backend/contract/page-api.ts. */
declare module 'virtual:page-routes' {
  export const routes: Record<string, { method: string; path: string }>;
}
