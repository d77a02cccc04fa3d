import type { Triage } from '../../backend/contract/triage.ts';
import type { ZendeskTicketInput } from '../../backend/contract/zendesk-ticket.ts';
import type { Frame } from '../zaf/frame.ts';
import { loadTicket, TICKET_EVENTS } from '../zaf/load-ticket.ts';
import { type Agent, readAgent } from '../zaf/read-agent.ts';
import { type Backend, backendOver } from './client.ts';
import { type Desk, readDesk } from './read-desk.ts';

export type Known = { ticket: ZendeskTicketInput; triage: Triage; desk: Desk };

/** What the first suggestion needs, asked for while the page that shows it is still loading; `known` once all of it is here. */
export type Opening = { [K in keyof Known]: Promise<Known[K]> } & {
  whole: Promise<unknown>;
  known: Known | null;
  /** Until somebody listens: whether the ticket has changed since it was read. */
  changes: Changes;
};
/** `stop` ends the watch and says what there was. */
export type Changes = { stop(): boolean };
export type OpenBackend = Backend & { opening: Opening | null };
export type Entered = { agent: Agent; backend: OpenBackend | null };

const entries = new WeakMap<Frame, Promise<Entered>>();

/** Who works here and with which backend: found out once a frame, whoever asks first. */
export function enter(frame: Frame): Promise<Entered> {
  const entered = entries.get(frame) ?? begin(frame);
  entries.set(frame, entered);
  return entered;
}

async function begin(frame: Frame): Promise<Entered> {
  const url = frame.settings.backend_url;
  const usable = typeof url === 'string' && URL.canParse(url) ? url : null;
  const mayRead = usable !== null && frame.ticketId;
  const changes = mayRead ? watchChanges(frame) : null;
  const ticket = mayRead ? quietly(loadTicket(frame)) : null;
  const agent = await readAgent(frame);
  if (usable === null) return { agent, backend: null };
  const backend = backendOver(frame, usable, agent.id);
  if (!ticket || !changes) return { agent, backend: { ...backend, opening: null } };
  const desk = readDesk(frame, backend);
  const triage = quietly(ticket.then((loaded) => backend.requestTriage(loaded, false)));
  return { agent, backend: { ...backend, opening: opened({ ticket, triage, desk }, changes) } };
}

function opened(parts: Pick<Opening, keyof Known>, changes: Changes): Opening {
  const { ticket, triage, desk } = parts;
  const opening: Opening = { ...parts, changes, known: null, whole: Promise.resolve() };
  opening.whole = Promise.all([ticket, triage, desk]).then(
    ([ticket, triage, desk]) => {
      opening.known = { ticket, triage, desk };
    },
    () => undefined,
  );
  return opening;
}

function watchChanges(frame: Frame): Changes {
  let happened = false;
  const off = frame.on(TICKET_EVENTS, () => {
    happened = true;
  });
  return {
    stop() {
      off();
      return happened;
    },
  };
}

/** Whoever takes it up later hears of its failure. */
function quietly<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
