import { enter } from './api/enter.ts';
import { connect } from './zaf/connect.ts';

// The page itself is many times larger than this module, and needs nothing of it until Zendesk has answered.
const connection = connect(new URL(window.location.href));
connection.then((frame) => frame && enter(frame)).catch(() => undefined);
void import('./mount.tsx').then(({ mount }) => mount(connection));
