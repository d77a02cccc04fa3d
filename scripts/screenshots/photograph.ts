import { openState } from '../../e2e/open-state.ts';
import type { SidebarState } from '../../e2e/sidebar-states.ts';
import type { Stack } from '../../e2e/stack.ts';
import { tellApp } from '../../e2e/tell-app.ts';
import type { Workspace } from '../../e2e/workspace.ts';
import type { Picture } from './contact-sheet.ts';

export const SCHEMES = ['light', 'dark'] as const;
export const WIDTHS = [320, 420] as const;
/** Wide enough for all of the workspace, then high enough for the longest card. */
const WORKSPACE = { width: 1280, height: 900 };
const TRAY = { width: 480, height: 2200 };
/** Time for a resize of the frame to come to rest. */
const REST_MS = 250;

type Pictures = Record<(typeof SCHEMES)[number], Picture[]>;

/** One state at every width and in both colour schemes. */
export async function photograph(desk: Workspace, { zendesk }: Stack, state: SidebarState): Promise<Pictures> {
  const pictures: Pictures = { light: [], dark: [] };
  for (const scheme of SCHEMES) {
    if (scheme === 'light' || state.alone) {
      await desk.page.setViewportSize(WORKSPACE);
      await openState(desk, zendesk, state, scheme);
      await desk.page.setViewportSize(TRAY);
    } else await tellApp(desk, 'colorScheme.changed', scheme);
    for (const width of WIDTHS) {
      await widen(desk, width);
      await desk.page.waitForTimeout(REST_MS);
      const png = await desk.part('app-frame').screenshot();
      pictures[scheme].push({ state: state.name, width, png });
    }
  }
  return pictures;
}

/** As an agent widens the tray; the rest of the workspace would only take time to paint. */
const widen = ({ page }: Workspace, width: number) =>
  page.evaluate((px) => {
    const give = (selector: string, name: string, value: string) => {
      for (const element of document.querySelectorAll<HTMLElement>(selector)) element.style.setProperty(name, value);
    };
    give('.desk', 'grid-template-columns', `${px + 32}px`);
    give('.desk > :not(.right)', 'display', 'none');
    give('.tray', 'width', `${px + 24}px`);
    give('.app, iframe[data-test="app-frame"]', 'width', `${px}px`);
  }, width);
