import { useCallback, useEffect, useState } from 'react';
import type { Frame } from './frame.ts';
import { readForm, type TicketForm } from './ticket-form.ts';

const EVENTS = ['ticket.priority.changed', 'ticket.tags.changed', 'ticket.assignee.group.id.changed', 'ticket.updated'];

/** The form as it stands now, re-read whenever the agent or a macro changes one of our fields; `known` until it was read. */
export function useTicketForm(frame: Frame, fieldIds: readonly string[] | null, known: TicketForm | null = null) {
  const [form, setForm] = useState<TicketForm | null>(null);
  const key = fieldIds?.join() ?? null;

  const refresh = useCallback(async () => {
    if (key === null) return null;
    const fresh = await readForm(frame, key.split(',').filter(Boolean));
    setForm((old) => (same(old ?? known, fresh) ? old : fresh));
    return fresh;
  }, [frame, key, known]);

  useEffect(() => {
    if (key === null) return;
    const again = () => void refresh().catch(() => null);
    again();
    const fields = key.split(',').filter(Boolean);
    return frame.on([...EVENTS, ...fields.map((id) => `ticket.custom_field_${id}.changed`)], again);
  }, [frame, key, refresh]);

  return { form: form ?? known, refresh };
}

const same = (one: TicketForm | null, other: TicketForm) => JSON.stringify(one) === JSON.stringify(other);
