import type { Taxonomy } from '../../../contract/categories.ts';
import type { LabelledTicket } from './labelled-ticket.ts';

/** How many shipped tickets one that a person of the tenant has put right counts for. */
const CORRECTED = 6;
/** How many one of the sentences counts for by which a taxonomy explains a category that does not ship. */
const EXPLAINED = 3;

type Sources = {
  taxonomy: Taxonomy;
  /** The tickets that ship. */
  examples: readonly LabelledTicket[];
  tenantTickets: readonly LabelledTicket[];
};

/** What a tenant's model learns from: only categories of its taxonomy, also those that no shipped ticket has. */
export function trainingSet({ taxonomy, examples, tenantTickets }: Sources): LabelledTicket[] {
  const asked = new Set(Object.keys(taxonomy.categories));
  const shipping = new Set(examples.map(({ category }) => category));
  const explained = Object.entries(taxonomy.categories).flatMap(([category, { description, examples: sentences }]) =>
    shipping.has(category)
      ? []
      : [description, ...sentences].map((text): LabelledTicket => ({ subject: '', text, category, weight: EXPLAINED })),
  );
  return [
    ...examples.flatMap((ticket) => restrict(ticket, asked)),
    ...explained,
    ...tenantTickets.flatMap((ticket) => restrict(ticket, asked)).map((ticket) => ({ weight: CORRECTED, ...ticket })),
  ];
}

/** A ticket of a category that is gone still teaches urgency and sentiment. */
function restrict(ticket: LabelledTicket, asked: ReadonlySet<string>): LabelledTicket[] {
  const { category, subcategory, secondary, ...rest } = ticket;
  if (category === undefined || !asked.has(category)) return rest.urgency || rest.sentiment ? [rest] : [];
  return [{ ...ticket, secondary: secondary && asked.has(secondary) ? secondary : null }];
}
