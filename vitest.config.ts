import { defineConfig } from 'vitest/config';
import { splitEnglish } from './vite.config.ts';
import { pageRoutes, splitPageWords } from './vite.overview.config.ts';

/** Waiting for a state is no assertion on the clock: the default of 1 s is one on a busy machine. */
const patient = { poll: { timeout: 15_000 } };
/** Three starts of a backend, for what tokens.test.ts shows without any: run with EVERYTHING=1. */
const SELDOM = ['e2e/refresh-crash.test.ts'];
const garden = [/@zendeskgarden/, /styled-components/];

export default defineConfig({
  test: {
    // Many files wait more than they compute; on 2 cores Vitest would take them one by one.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{backend,sandbox,packaging,evals,test,scripts}/**/*.test.ts'],
          exclude: ['**/*.slow.test.ts', 'sandbox/zendesk/workspace/**'],
          globalSetup: 'backend/test/global-setup.ts',
          setupFiles: 'e2e/egress/loopback-only.ts',
          expect: patient,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { mainFields: ['module', 'main'] },
        plugins: [splitEnglish(), pageRoutes(), splitPageWords()],
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
          exclude: ['node_modules/**', ...(process.env.EVERYTHING ? [] : SELDOM)],
          globalSetup: ['backend/test/global-setup.ts', 'e2e/global-setup.ts'],
          setupFiles: 'e2e/egress/loopback-only.ts',
          expect: patient,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
