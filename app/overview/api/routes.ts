import type { z } from 'zod';
import { adminApi } from '../../../backend/contract/admin-api.ts';
import { auditApi } from '../../../backend/contract/audit.ts';
import { connectionApi } from '../../../backend/contract/connection.ts';
import { sessionApi } from '../../../backend/contract/session.ts';
import { tenantSettingsApi } from '../../../backend/contract/tenant-settings.ts';

/** Everything that the page asks of the backend, by name. */
export const routes = { ...adminApi, ...connectionApi, ...tenantSettingsApi, ...auditApi, ...sessionApi } as const;

type Routes = typeof routes;
export type RouteName = keyof Routes;
export type OutputOf<N extends RouteName> = z.output<Routes[N]['response']>;

type BodyOf<R> = R extends { body: infer S extends z.ZodType } ? { body: z.input<S> } | { file: Blob } : unknown;
type IdOf<R> = R extends { path: `${string}{id}${string}` } ? { id: string } : unknown;
type QueryOf<R> = R extends { query: infer S extends z.ZodType } ? { query?: z.input<S> } : unknown;

/** What a route wants: its body, the id in its path, its query. `file`: a body that goes as it is. */
export type InputOf<N extends RouteName> = BodyOf<Routes[N]> & IdOf<Routes[N]> & QueryOf<Routes[N]>;
