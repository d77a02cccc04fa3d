import { restoreScheme } from './color-scheme.ts';
import { Desk } from './desk.ts';
import { fetchAccount } from './helpdesk.ts';

restoreScheme();
try {
  await new Desk(await fetchAccount()).start();
} catch (error) {
  document.body.textContent = `The workspace could not start: ${error instanceof Error ? error.message : error}`;
}
