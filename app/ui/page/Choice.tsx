import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';

/** A button that stays pressed. */
export const PressButton = styled.button.attrs({ type: 'button' })`
  min-height: 32px;
  padding: 4px 10px;
  border: 1px solid ${({ theme }) => getColor({ theme, variable: 'border.default' })};
  border-radius: 4px;
  background: none;
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.default' })};
  font: inherit;
  font-size: 12px;
  cursor: pointer;
  &:hover {
    border-color: ${({ theme }) => getColor({ theme, variable: 'border.primaryEmphasis' })};
  }
  &[aria-pressed='true'] {
    border-color: ${({ theme }) => getColor({ theme, variable: 'border.primaryEmphasis' })};
    background: ${({ theme }) => getColor({ theme, variable: 'background.subtle' })};
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.primary' })};
    font-weight: 600;
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => getColor({ theme, variable: 'border.primaryEmphasis' })};
    outline-offset: 2px;
  }
`;

const Group = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 4px;
  & > span {
    margin-inline-end: 4px;
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
    font-size: 12px;
  }
`;

type Props<V extends string> = {
  label: string;
  value: V | null;
  options: readonly { value: V; label: string }[];
  onChange(value: V): void;
  /** Where what is around says it to the eye. */
  isLabelHidden?: boolean;
};

/** One of a few, all of them seen. */
export const Choice = <V extends string>({ label, value, options, onChange, isLabelHidden = false }: Props<V>) => (
  <Group role="group" aria-label={label}>
    {!isLabelHidden && <span aria-hidden="true">{label}</span>}
    {options.map((option) => (
      <PressButton key={option.value} aria-pressed={option.value === value} onClick={() => onChange(option.value)}>
        {option.label}
      </PressButton>
    ))}
  </Group>
);
