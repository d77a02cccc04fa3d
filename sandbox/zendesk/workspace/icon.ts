const PATHS = {
  tickets: 'M2 3h12v3a2 2 0 0 0 0 4v3H2v-3a2 2 0 0 0 0-4zM9 3v10',
  plus: 'M8 3v10M3 8h10',
  settings: 'M2 5h6M12 5h2M2 11h2M8 11h6M8 3v4M4 9v4',
  moon: 'M13 9.5A5.5 5.5 0 1 1 6.5 3 4.5 4.5 0 0 0 13 9.5z',
  reload: 'M13 8a5 5 0 1 1-1.5-3.5M12 2v3H9',
  chevron: 'M4 6l4 4 4-4',
  close: 'M4 4l8 8M12 4l-8 8',
  app: 'M8 2l1.6 4.4L14 8l-4.4 1.6L8 14 6.4 9.6 2 8l4.4-1.6z',
  clip: 'M12 7l-5 5a2.5 2.5 0 0 1-3.5-3.5l5.5-5.5a1.7 1.7 0 0 1 2.4 2.4L6.2 10.6',
} as const;

const SVG = 'http://www.w3.org/2000/svg';

export function icon(name: keyof typeof PATHS): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
