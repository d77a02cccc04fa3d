import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';

const Group = styled.div`
  margin-block-end: 16px;
  & > p {
    padding: 4px 12px;
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
    font-size: 12px;
    font-weight: 600;
  }
  & > ul {
    list-style: none;
  }
  @media (max-width: 760px) {
    margin-block-end: 4px;
    & > ul {
      display: flex;
      flex-wrap: wrap;
    }
  }
`;

const Entry = styled.a`
  display: flex;
  justify-content: space-between;
  gap: 8px;
  padding: 7px 12px;
  border-radius: 4px;
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.default' })};
  text-decoration: none;
  &:hover {
    background: ${({ theme }) => getColor({ theme, variable: 'background.default' })};
  }
  &[aria-current] {
    background: ${({ theme }) => getColor({ theme, variable: 'background.default' })};
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.primary' })};
    font-weight: 600;
    box-shadow: inset 3px 0 0 ${({ theme }) => getColor({ theme, variable: 'border.primaryEmphasis' })};
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => getColor({ theme, variable: 'border.primaryEmphasis' })};
    outline-offset: -2px;
  }
`;

/** `mark` stands behind the entry, such as that something in it is not saved. */
export type MenuEntry = { id: string; href: string; label: string; mark: string | null };
type Props = { label: string; current: string; groups: readonly { label: string; entries: readonly MenuEntry[] }[] };

export const Menu = ({ label, current, groups }: Props) => (
  <nav aria-label={label}>
    {groups.map((group) => (
      <Group key={group.label}>
        <p>{group.label}</p>
        <ul aria-label={group.label}>
          {group.entries.map((entry) => (
            <li key={entry.id}>
              <Entry href={entry.href} aria-current={entry.id === current ? 'page' : undefined}>
                {entry.label}
                {entry.mark && (
                  <span role="img" aria-label={entry.mark} title={entry.mark}>
                    ●
                  </span>
                )}
              </Entry>
            </li>
          ))}
        </ul>
      </Group>
    ))}
  </nav>
);
