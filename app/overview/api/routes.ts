import { routes as table } from 'virtual:page-routes';
import type { z } from 'zod';
import type { pageApi } from '../../../backend/contract/page-api.ts';

type Routes = typeof pageApi;
export type RouteName = keyof Routes;

/** Where each is; its schemas stay with the backend, which alone has to distrust what it is sent. */
export const routes = table as { [N in RouteName]: { method: Routes[N]['method']; path: string } };

export type OutputOf<N extends RouteName> = z.output<Routes[N]['response']>;

type BodyOf<R> = R extends { body: infer S extends z.ZodType } ? { body: z.input<S> } | { file: Blob } : unknown;
type IdOf<R> = R extends { path: `${string}{id}${string}` } ? { id: string } : unknown;
type QueryOf<R> = R extends { query: infer S extends z.ZodType } ? { query?: z.input<S> } : unknown;

/** What a route wants: its body, the id in its path, its query. `file`: a body that goes as it is. */
export type InputOf<N extends RouteName> = BodyOf<Routes[N]> & IdOf<Routes[N]> & QueryOf<Routes[N]>;
