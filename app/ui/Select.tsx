import { Field, Select as GardenSelect } from '@zendeskgarden/react-forms';
import { type KeyboardEvent, useRef, useState } from 'react';

type Props = {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
  autoFocus?: boolean;
  /** Where each value is an act: keys that go through the closed list choose nothing before Enter or leaving, and Escape ends it. */
  onDismiss?: () => void;
};

const opens = ({ key, altKey }: KeyboardEvent) => altKey || key === ' ' || key === 'F4';

/** The browser's own list, 30 kB lighter than a combobox and known to every keyboard. */
export function Select({ label, value, options, onChange, autoFocus = false, onDismiss }: Props) {
  const [passed, setPassed] = useState<string | null>(null);
  const byKeys = useRef(false);
  const isOver = useRef(false);
  const choose = (next: string) => (onDismiss && byKeys.current ? setPassed(next) : onChange(next));
  const onKeyDown = (event: KeyboardEvent) => {
    isOver.current = event.key === 'Escape' || (event.key === 'Enter' && passed !== null);
    if (event.key === 'Escape') onDismiss?.();
    else if (event.key !== 'Enter') byKeys.current = !opens(event);
    else if (passed !== null) {
      event.preventDefault();
      onChange(passed);
    }
  };
  return (
    <Field>
      <Field.Label hidden>{label}</Field.Label>
      <GardenSelect
        isCompact
        value={passed ?? value}
        autoFocus={autoFocus}
        onChange={(event) => choose(event.target.value)}
        {...(onDismiss && {
          onKeyDown,
          onPointerDown: () => {
            byKeys.current = false;
          },
          onBlur: () => !isOver.current && passed !== null && onChange(passed),
        })}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </GardenSelect>
    </Field>
  );
}
