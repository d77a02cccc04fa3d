import type { Frame } from 'playwright-core';

/** What has the focus in a frame, and whether one sees that it has; null where the focus is outside of it. */
export const focusIn = (frame: Frame) =>
  frame.evaluate(() => {
    const { activeElement: element } = document;
    if (!element || element === document.body) return null;
    const { outlineStyle, boxShadow } = getComputedStyle(element);
    const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
    const seen = outlineStyle !== 'none' || boxShadow !== 'none';
    return { name, seen, html: element.outerHTML.slice(0, 200) };
  });
