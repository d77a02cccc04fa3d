import type { Taxonomy } from '../../../contract/categories.ts';
import type { ClassifyInput, Example } from '../../../ports/engine.ts';
import { DATA_RULE, showTicket } from './data-prompt.ts';
import { code, configured, joined, type Prompt, prompt } from './prompt.ts';
import { NONE } from './shapes.ts';

const TASK = [
  prompt`You triage customer support tickets.`,
  DATA_RULE,
  prompt`category: what the main request is about; secondary: a second, different request in the same ticket, or ${NONE}. subcategory: one that begins with the category, or ${NONE}.`,
  prompt`urgency: by evidence of what is broken, for how many, what is lost or at stake and by when; not by tone.`,
  prompt`sentiment: sarcasm counts as what it means.`,
  prompt`escalation_risk: true when the customer threatens to leave, to sue, to go public or to turn to a regulator, or asks for a manager.`,
  prompt`confidence: the probability, 0 to 1, that a senior agent would choose the same category and urgency.`,
  prompt`evidence: up to 6 words or short phrases copied from the ticket. summary: one sentence in English, at most 160 characters.`,
  prompt`An <example> is an earlier ticket of this company with the values that its agents chose: follow them.`,
];

const define = (title: 'Urgency' | 'Sentiment', values: Record<string, string>): Prompt =>
  joined(
    [
      prompt`${title}:`,
      ...Object.entries(values).map(([value, meaning]) => prompt`- ${configured(value)}: ${configured(meaning)}`),
    ],
    '\n',
  );

const defineCategories = ({ categories }: Taxonomy): Prompt =>
  joined(
    Object.entries(categories).flatMap(([category, { description, examples, subcategories }]) => {
      const name = configured(category);
      return [
        prompt`- ${name}: ${configured(description)}`,
        ...Object.entries(subcategories).map(
          ([sub, meaning]) => prompt`  - ${name}/${configured(sub)}: ${configured(meaning)}`,
        ),
        ...examples.map((example) => prompt`  e.g. "${configured(example)}"`),
      ];
    }),
    '\n',
  );

/** The same for every ticket of a tenant, and first, so that a provider's prompt cache applies. */
export const classifySystem = (taxonomy: Taxonomy): Prompt =>
  joined(
    [
      ...TASK,
      prompt`Categories:\n${defineCategories(taxonomy)}`,
      define('Urgency', taxonomy.urgency),
      define('Sentiment', taxonomy.sentiment),
    ],
    '\n\n',
  );

function showExample({ subject, text, category, urgency, sentiment }: Example): Prompt {
  const chosen = joined(
    [
      ...(category ? [prompt`category="${code(category, 'other')}"`] : []),
      ...(urgency ? [prompt`urgency="${urgency}"`] : []),
      ...(sentiment ? [prompt`sentiment="${sentiment}"`] : []),
    ],
    ' ',
  );
  return prompt`<example ${chosen}>\n${subject}\n${text}\n</example>`;
}

export const classifyUser = (input: ClassifyInput): Prompt =>
  joined([...input.examples.map(showExample), showTicket(input)], '\n\n');
