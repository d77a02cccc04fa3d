import { adminApi } from './admin-api.ts';
import { overviewApi } from './overview.ts';
import { sessionApi } from './session.ts';

/** Everything that the page in the navigation bar asks of the backend. */
export const pageApi = { ...adminApi, ...overviewApi, ...sessionApi } as const;
