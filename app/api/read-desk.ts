import type { SidebarSettings } from '../../backend/contract/settings.ts';
import { type FieldIds, findFields } from '../zaf/find-fields.ts';
import type { Frame } from '../zaf/frame.ts';
import { readForm, type TicketForm } from '../zaf/ticket-form.ts';
import type { Backend } from './client.ts';

const NO_FIELDS: FieldIds = { category: null, urgency: null, sentiment: null, confidence: null, escalation: null };
const NOTHING_KNOWN = { categories: [], teamOf: {}, teams: [], rewrites: false, fields: NO_FIELDS };

/** What a suggestion needs of the tenant; usable with nothing in it, for triage must show even without settings. */
export type Desk = Pick<SidebarSettings, 'categories' | 'teamOf' | 'teams' | 'rewrites'> & {
  fields: FieldIds;
  /** The ticket's form as it stood then. */
  form?: TicketForm | null;
};

export async function readDesk(frame: Frame, backend: Backend): Promise<Desk> {
  const settings = await backend.readSettings().catch(() => NOTHING_KNOWN);
  const { categories, teamOf, teams, rewrites } = settings;
  const fields = await findFields(frame, settings.fields);
  const form = await readForm(frame, idsOf(fields)).catch(() => null);
  return { categories, teamOf, teams, rewrites, fields, form };
}

const idsOf = (fields: FieldIds) => Object.values(fields).filter((id) => id !== null);
