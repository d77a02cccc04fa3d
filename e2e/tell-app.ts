import type { Workspace } from './workspace.ts';

/** An event of the workspace, said at once and without a click that would take the focus from the app. */
export const tellApp = ({ page }: Workspace, event: string, message?: string) =>
  page.evaluate(
    (news) => {
      const iframe = document.querySelector<HTMLIFrameElement>('[data-test="app-frame"]');
      iframe?.contentWindow?.postMessage(JSON.stringify(news), '*');
    },
    { key: `zaf.${event}`, message },
  );
