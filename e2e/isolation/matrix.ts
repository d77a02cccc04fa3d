import { type Answered, ask } from './asking.ts';
import { type Planted, randomIds } from './plant.ts';
import { ROUTES, type Route, type RouteAsk } from './routes.ts';
import { type Accounts, type TokenState, tokenStates } from './token-states.ts';
import type { Backend } from './two-accounts.ts';

/** Every handler of the app, by method and path; what only goes before them has no method of its own. */
export const routesOf = ({ app }: Backend): string[] => [
  ...new Set(app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`)),
];

/** What the OpenAPI document tells of, named in the same way. */
export async function documentedOf(backend: Backend): Promise<string[]> {
  const { text } = await ask(backend, { method: 'GET', path: '/openapi.json' });
  const { paths } = JSON.parse(text) as { paths: Record<string, object> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('{id}', ':id')}`),
  );
}

type Whose = 'own' | 'foreign' | 'random';
export type Cell = { name: string; route: string; asked: string; whose: Whose; expected: number; answered: Answered };
type Asking = { backend: Backend; accounts: Accounts; state: TokenState; route: string; spec: RouteAsk };

const VISITORS = new Set(['GET /v1/admin/connection', 'POST /v1/admin/connection/authorization']);
const OPEN = 200;
const UNAUTHORIZED = 401;
const FORBIDDEN = 403;

/** What is answered about the own, another's and what nobody has. Null: this cell would end what the others need. */
function expected({ state, route, spec }: Omit<Asking, 'backend' | 'accounts'>, whose: Whose): number | null {
  const { door } = ROUTES[route] as Route;
  if (door === 'open') return OPEN;
  if (door === 'page') return FORBIDDEN;
  if (door === 'callback') return 400;
  const opened = state.doors?.[door] ?? UNAUTHORIZED;
  if (state.isVisitor && VISITORS.has(route)) return OPEN;
  // A sidebar that is beside another ticket reads the settings, and nothing of a ticket. What it hands in itself is its own.
  if (door === 'sidebar' && opened === 404) return route === 'POST /v1/triages' ? null : (spec.foreign ?? OPEN);
  if (opened !== 'in') return opened;
  if (whose !== 'own') return spec.foreign ?? OPEN;
  return spec.ok === undefined ? OPEN : spec.ok;
}

function idsOf(whose: Whose, { own, other }: Accounts): Planted['ids'] {
  if (whose === 'own') return own.ids;
  return whose === 'foreign' ? other.ids : randomIds(own.ids);
}

async function askCell({ backend, accounts, state, route, spec }: Asking, whose: Whose): Promise<Answered> {
  const [method = '', pattern = ''] = route.split(' ');
  const ids = idsOf(whose, accounts);
  const url = new URL(spec.path?.(ids) ?? pattern, 'http://x');
  if (state.tenant !== undefined) url.searchParams.set('tenant', state.tenant);
  const headers = state.authorization === null ? {} : { authorization: state.authorization };
  const body = spec.body?.(ids);
  return ask(backend, { method, path: url.pathname + url.search, headers, ...(body !== undefined && { body }) });
}

/** Changes that can be made once are made once: by the account's own session and its own sidebar. */
const changesOnce = ({ route, state }: Asking, whose: Whose): boolean =>
  whose === 'own' && !route.startsWith('GET') && state.name.startsWith('operator');

async function askRoute(asking: Asking): Promise<Cell[]> {
  const { state, route, spec } = asking;
  const cells: Cell[] = [];
  const all: Whose[] = spec.foreign === undefined ? ['own'] : ['foreign', 'random', 'own'];
  for (const whose of all) {
    const status = expected(asking, whose);
    if (status === null || changesOnce(asking, whose)) continue;
    const asked = `${route} ${spec.path?.(asking.accounts.own.ids) ?? ''} · ${state.name}`;
    const answered = await askCell(asking, whose);
    cells.push({ name: `${asked} · ${whose}`, route, asked, whose, expected: status, answered });
  }
  return cells;
}

/** Every route by every token about every id. `only`: states by name. */
export async function runMatrix(backend: Backend, accounts: Accounts, only?: (state: TokenState) => boolean) {
  const states = (await tokenStates(accounts)).filter((state) => only?.(state) ?? true);
  const cells: Cell[] = [];
  for (const [route, { asks }] of Object.entries(ROUTES))
    for (const spec of asks)
      for (const state of states) cells.push(...(await askRoute({ backend, accounts, state, route, spec })));
  await backend.settled();
  return { cells, states: states.length };
}

/** Where what another has and what nobody has are told apart. */
export function toldApart(cells: Cell[]): string[] {
  const foreign = new Map(cells.filter(({ whose }) => whose === 'foreign').map((cell) => [cell.asked, cell]));
  return cells
    .filter(({ whose, expected: status }) => whose === 'random' && status >= 400)
    .filter(({ asked, answered }) => plain(answered) !== plain(foreign.get(asked)?.answered ?? answered))
    .map(({ asked }) => asked);
}

/** The answer but for what names the request. */
export const plain = ({ text }: Answered): string => text.replace(/"requestId":"[^"]*"/, '');
