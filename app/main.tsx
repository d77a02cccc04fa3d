import { enter } from './api/enter.ts';
import { connect } from './zaf/connect.ts';

// The page itself is many times larger than this module, and needs nothing of it until Zendesk has answered.
const connection = connect(new URL(window.location.href));
connection.then((frame) => frame && enter(frame)).catch(() => undefined);
import('./mount.tsx').then(
  ({ mount }) => mount(connection),
  () => {
    // The words of every language are in what did not come.
    const unloaded = document.getElementById('unloaded');
    if (unloaded) unloaded.hidden = false;
  },
);
