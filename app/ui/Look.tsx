import { DEFAULT_THEME, getColor, type IGardenTheme, ThemeProvider } from '@zendeskgarden/react-theming';
import { type ReactNode, useMemo } from 'react';
import { createGlobalStyle } from 'styled-components';

declare module 'styled-components' {
  interface DefaultTheme extends IGardenTheme {}
}

/** Garden sets no background, text colour or font on the page, and a dark theme on a white frame is unreadable. */
const PageStyle = createGlobalStyle`
  :root { color-scheme: ${({ theme }) => theme.colors.base}; }
  body {
    margin: 0;
    background: ${({ theme }) => getColor({ theme, variable: 'background.default' })};
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.default' })};
    font: 14px/20px ${({ theme }) => theme.fonts.system};
    overflow-wrap: anywhere;
  }
  h2, h3, p, ul, dl, dd { margin: 0; padding: 0; }
  @media (prefers-reduced-motion: reduce) { *, ::before, ::after { animation: none !important; transition: none !important; } }
`;

type Props = { scheme: 'light' | 'dark'; rtl?: boolean; children: ReactNode };

export function Look({ scheme, rtl = false, children }: Props) {
  const theme = useMemo(
    () => ({ ...DEFAULT_THEME, rtl, colors: { ...DEFAULT_THEME.colors, base: scheme } }),
    [scheme, rtl],
  );
  return (
    <ThemeProvider theme={theme}>
      <PageStyle />
      {children}
    </ThemeProvider>
  );
}
