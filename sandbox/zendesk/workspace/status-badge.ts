import { el } from './element.ts';

export const STATUS_NAMES: Record<string, string> = {
  new: 'New',
  open: 'Open',
  pending: 'Pending',
  hold: 'On-hold',
  solved: 'Solved',
  closed: 'Closed',
};

export const statusName = (status: string) => STATUS_NAMES[status] ?? status;

export function statusBadge(status: string): HTMLElement {
  return el('span', { class: `status ${status}` }, statusName(status));
}
