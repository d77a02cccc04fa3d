import { getColor } from '@zendeskgarden/react-theming';
import { useTheme } from 'styled-components';

/** `dash` and `hatch` tell series apart where colours do not: for eyes that see few, and in print. */
export type Look = { color: string; dash: string; hatch: number | null };

const HUES = [
  { hue: 'blue', light: 700, dark: 500 },
  { hue: 'orange', light: 600, dark: 600 },
  { hue: 'green', light: 800, dark: 400 },
  { hue: 'pink', light: 600, dark: 500 },
  { hue: 'royal', light: 800, dark: 400 },
  { hue: 'lemon', light: 600, dark: 500 },
  { hue: 'purple', light: 700, dark: 600 },
] as const;
/** Stands apart from all that have a name. */
const REST = { hue: 'grey', light: 600, dark: 700 } as const;
const DASHES = ['', '7 4', '2 3', '10 3 2 3', '4 2', '12 4', '1 4'] as const;
const HATCHES = [null, 45, null, -45, null, 0, null] as const;

/** How many series can be told apart, besides the rest. */
export const MOST_SERIES = HUES.length;

/** How the n-th series is drawn; null: what has no series of its own. */
export function useSeriesLook(): (index: number | null) => Look {
  const theme = useTheme();
  return (index) => {
    const at = index === null ? -1 : index % HUES.length;
    const { hue, light, dark } = HUES[at] ?? REST;
    const color = getColor({ theme, hue, light: { shade: light }, dark: { shade: dark } });
    return { color, dash: DASHES[at] ?? '', hatch: HATCHES[at] ?? null };
  };
}

/** What a chart's lines and words are drawn in. */
export function useInk() {
  const theme = useTheme();
  const of = (variable: string) => getColor({ theme, variable });
  return {
    text: of('foreground.subtle'),
    strong: of('foreground.default'),
    line: of('border.subtle'),
    axis: of('border.default'),
    ground: of('background.default'),
    danger: of('foreground.danger'),
  };
}
