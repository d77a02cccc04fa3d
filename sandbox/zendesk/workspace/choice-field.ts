import { el } from './element.ts';
import type { Field } from './field-row.ts';
import type { OpenTicket } from './open-ticket.ts';
import type { FieldValue } from './rest-shapes.ts';
import { type FieldKey, sameValue } from './ticket-form.ts';

export type Choice = { value: FieldValue; label: string };
type Place = { key: FieldKey; label: string; test: string };

/** A select; `write` replaces the plain setting of the value where more has to change with it. */
export function choiceField(
  place: Place,
  ticket: OpenTicket,
  choices: () => Choice[],
  write = (value: FieldValue) => ticket.change((form) => form.setValue(place.key, value)),
): Field {
  const control = el('select');
  let shown: Choice[] = [];
  control.addEventListener('change', () => write(shown[control.selectedIndex]?.value ?? null));
  return {
    ...place,
    control,
    show() {
      const value = ticket.form.value(place.key);
      const listed = choices();
      const wanted = listed.some((choice) => choice.value === value)
        ? listed
        : [...listed, { value, label: String(value) }];
      if (!sameValue(wanted, shown)) {
        shown = wanted;
        control.replaceChildren(
          ...shown.map((choice) => el('option', { value: String(choice.value ?? '') }, choice.label)),
        );
      }
      control.selectedIndex = shown.findIndex((choice) => choice.value === value);
    },
  };
}
