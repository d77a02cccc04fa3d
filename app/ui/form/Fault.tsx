import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';

const Line = styled.p`
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.danger' })};
`;

/** What is wrong with more than one field, or with a field that Garden does not know; `lang` where it is the backend's. */
export const Fault = ({ children, lang }: { children: string; lang?: 'en' }) => (
  <Line role="alert" lang={lang}>
    {children}
  </Line>
);
