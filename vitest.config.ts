import { defineConfig } from 'vitest/config';

const garden = [/@zendeskgarden/, /styled-components/];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{backend,sandbox,packaging,evals,test,scripts}/**/*.test.ts'],
          exclude: ['**/*.slow.test.ts', 'sandbox/zendesk/workspace/**'],
          globalSetup: 'backend/test/global-setup.ts',
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { mainFields: ['module', 'main'] },
        test: {
          name: 'app',
          include: ['app/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          setupFiles: 'app/test/setup.ts',
          server: { deps: { inline: garden } },
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts', '**/*.slow.test.ts', 'sandbox/zendesk/workspace/**/*.test.ts'],
          exclude: ['node_modules/**'],
          globalSetup: ['backend/test/global-setup.ts', 'e2e/global-setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
