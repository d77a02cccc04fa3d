import type { Browser } from 'playwright-core';

export type Picture = { state: string; width: number; png: Buffer };

const SCALE = 0.5;
const COLOURS = { light: ['#e9ebed', '#1b2226'], dark: ['#000', '#e6ebee'] } as const;

/** All states on one page, each at every width under its name. */
export async function writeContactSheet(
  browser: Browser,
  scheme: 'light' | 'dark',
  pictures: readonly Picture[],
  path: string,
): Promise<void> {
  const [ground, ink] = COLOURS[scheme];
  const figures = [...Map.groupBy(pictures, ({ state }) => state)].map(
    ([state, shown]) => `<figure><figcaption>${state}</figcaption>${shown.map(imageOf).join('')}</figure>`,
  );
  const page = await browser.newPage({ viewport: { width: 2020, height: 1000 } });
  await page.setContent(`<!doctype html><title>${scheme}</title><style>
    body { margin: 0; padding: 12px; background: ${ground}; color: ${ink}; font: 600 13px/20px sans-serif }
    main { columns: 5; column-gap: 12px }
    figure { margin: 0 0 14px; break-inside: avoid }
    figcaption { margin-block-end: 4px }
    img { margin-inline-end: 8px; vertical-align: top }
  </style><main>${figures.join('')}</main>`);
  await page.screenshot({ path, fullPage: true });
  await page.close();
}

const imageOf = ({ state, width, png }: Picture) =>
  `<img alt="${state}, ${width} px" width="${width * SCALE}" src="data:image/png;base64,${png.toString('base64')}">`;
