import { useEffect, useState } from 'react';
import type { SidebarSettings } from '../../backend/contract/settings.ts';
import { type FieldIds, findFields } from '../zaf/find-fields.ts';
import type { Frame } from '../zaf/frame.ts';
import type { Backend } from './client.ts';

const NO_FIELDS: FieldIds = { category: null, urgency: null, sentiment: null, confidence: null, escalation: null };
const NOTHING_KNOWN = { categories: [], teamOf: {}, teams: [], fields: NO_FIELDS };

/** What a suggestion needs of the tenant; usable with nothing in it, for triage must show even without settings. */
export type Desk = Pick<SidebarSettings, 'categories' | 'teamOf' | 'teams'> & { fields: FieldIds };

export function useSettings(frame: Frame, backend: Backend): Desk | null {
  const [desk, setDesk] = useState<Desk | null>(null);
  useEffect(() => {
    let current = true;
    const load = async () => {
      const settings = await backend.readSettings().catch(() => NOTHING_KNOWN);
      const { categories, teamOf, teams } = settings;
      const fields = await findFields(frame, settings.fields);
      if (current) setDesk({ categories, teamOf, teams, fields });
    };
    void load();
    return () => {
      current = false;
    };
  }, [frame, backend]);
  return desk;
}
