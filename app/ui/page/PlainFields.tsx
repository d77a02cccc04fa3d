import { getColor } from '@zendeskgarden/react-theming';
import type { ReactNode } from 'react';
import styled from 'styled-components';

/** Looks like Garden's compact fields, without the 9 kB that they bring: for pages whose only fields are these. */
const Column = styled.label`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  align-content: start;
  gap: 4px;
  min-width: 0;
  font-size: 12px;
  line-height: 16px;
  input,
  select {
    box-sizing: border-box;
    min-height: 32px;
    max-width: 100%;
    padding: 3px 11px;
    border: 1px solid ${({ theme }) => getColor({ theme, variable: 'border.default', dark: { offset: -100 }, light: { offset: 100 } })};
    border-radius: 4px;
    background: ${({ theme }) => getColor({ theme, variable: 'background.default' })};
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.default' })};
    font: inherit;
    font-size: 14px;
  }
  [aria-invalid='true'] {
    border-color: ${({ theme }) => getColor({ theme, variable: 'border.dangerEmphasis' })};
  }
  input:focus-visible,
  input:focus-within,
  select:focus-visible {
    outline: 2px solid ${({ theme }) => getColor({ theme, variable: 'border.primaryEmphasis' })};
    outline-offset: 1px;
  }
`;

const Fault = styled.span`
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.danger' })};
`;

type DayProps = {
  label: string;
  /** Such as `2026-03-02`; empty while there is none. */
  value: string;
  max?: string | undefined;
  isWrong?: boolean;
  onChange(value: string): void;
};

export const PlainDay = ({ label, value, max, isWrong = false, onChange }: DayProps) => (
  <Column>
    {label}
    <input
      type="date"
      value={value}
      max={max}
      aria-invalid={isWrong || undefined}
      onChange={({ target }) => onChange(target.value)}
    />
  </Column>
);

type SelectProps<V extends string> = {
  label: string;
  value: V;
  options: readonly { value: V; label: string }[];
  onChange(value: V): void;
};

export const PlainSelect = <V extends string>({ label, value, options, onChange }: SelectProps<V>) => (
  <Column>
    {label}
    <select
      value={value}
      onChange={({ target }) => {
        const chosen = options.find((option) => option.value === target.value);
        if (chosen) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </Column>
);

const select = (field: HTMLInputElement | null) => {
  field?.focus();
  field?.select();
};

/** Text to copy from: all of it is selected as soon as it is there. */
export const PlainCopy = ({ label, value }: { label: string; value: string }) => (
  <Column>
    {label}
    <input readOnly ref={select} size={40} dir="ltr" value={value} />
  </Column>
);

/** What is wrong with what was filled in; read aloud when it appears. */
export const FieldFault = ({ children }: { children: ReactNode }) => <Fault role="alert">{children}</Fault>;
