import { connect } from './connect.ts';
import type { Frame } from './frame.ts';
import { loadSdk } from './sdk.ts';
import type { ZafSdk } from './zaf-client.ts';

/** `address`: where Zendesk shows this app, such as `https://acme.zendesk.com/agent/apps/ticket-triage`; segments may follow. */
export type NavBarFrame = Frame & { address?: string };

const ROUTE = 'app.route.changed';

/** As `connect`, for the page in the navigation bar. `onSegments` hears what stands behind the app's address, now and after each change. */
export async function connectNavBar(
  url: URL,
  onSegments: (segments: string) => void,
  sdk: Promise<ZafSdk> = loadSdk(),
): Promise<NavBarFrame | null> {
  let name: unknown;
  const listening = sdk.then(
    ({ init }): ZafSdk => ({
      init: (registered) => {
        const client = init((registration) => {
          name = registration.metadata.name;
          registered?.(registration);
        });
        // What is sent before somebody listens is lost.
        if (client) client.on(ROUTE, (route) => onSegments(segmentsOf(route)));
        return client;
      },
    }),
  );
  const frame = await connect(url, listening);
  const origin = originOf(url);
  const installed = [frame?.settings.title, name].find((each) => typeof each === 'string' && each !== '');
  if (!frame || !origin || !installed) return frame;
  return { ...frame, address: `${origin}/agent/apps/${slugOf(String(installed))}` };
}

const originOf = ({ searchParams, hash }: URL) =>
  searchParams.get('origin') ?? new URLSearchParams(hash.slice(1)).get('origin');

/** Unverified: that Zendesk sends `{ appName, paramPath }`. */
const segmentsOf = (route: unknown): string => {
  const path = typeof route === 'object' && route !== null && 'paramPath' in route ? route.paramPath : '';
  return typeof path === 'string' ? path : '';
};

/** Zendesk puts dashes for spaces, for underscores and into camel case. */
const slugOf = (name: string): string =>
  encodeURIComponent(
    name
      .replace(/([a-z\d])([A-Z])/g, '$1-$2')
      .replace(/[ _]/g, '-')
      .toLowerCase(),
  );
