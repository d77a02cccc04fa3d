import { describe, expect, it } from 'vitest';
import { checkPackage } from './check-package.ts';
import { type Content, MANIFEST, pngOf, samplePackage } from './test/sample-package.ts';

const ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 18 18"></svg>';
const inNavBar = (files: Record<string, Content>) =>
  samplePackage({
    'manifest.json': { ...MANIFEST, location: { support: { nav_bar: 'assets/index.html' } } },
    ...files,
  });

describe('assets', () => {
  it.each<[string, Record<string, Content>, RegExp]>([
    ['no logo', { 'assets/logo.png': undefined }, /logo\.png: is missing/],
    ['no small logo', { 'assets/logo-small.png': undefined }, /logo-small\.png: is missing/],
    ['a logo of another size', { 'assets/logo.png': pngOf(256, 320) }, /is 256x320, not 320x320/],
    ['a small logo of another size', { 'assets/logo-small.png': pngOf(128, 127) }, /is 128x127, not 128x128/],
    ['a logo that is no PNG', { 'assets/logo.png': '<svg viewBox="0 0 1 1"/>       ' }, /logo\.png: is not a PNG/],
    ['a small logo without transparency', { 'assets/logo-small.png': pngOf(128, 128, 2) }, /transparency/],
    ['a banner of another size', { 'assets/banner.png': pngOf(800, 200) }, /not 830x200 or 1660x400/],
  ])('are refused with %s', (_, changes, fault) => {
    expect(checkPackage(samplePackage(changes)).errors).toEqual([expect.stringMatching(fault)]);
  });

  it('must bring an icon for the bars', () => {
    expect(checkPackage(inNavBar({})).errors).toEqual(['assets/icon_nav_bar.svg: is missing']);
    expect(checkPackage(inNavBar({ 'assets/icon_nav_bar.svg': '<svg width="18">' })).errors).toEqual([
      'assets/icon_nav_bar.svg: has no viewBox',
    ]);
    expect(checkPackage(inNavBar({ 'assets/icon_nav_bar.svg': ICON })).errors).toEqual([]);
  });

  it('may bring that icon as a picture for each state', () => {
    const states = ['inactive', 'active', 'hover'].map((state) => [`assets/icon_nav_bar_${state}.png`, pngOf(18, 18)]);
    expect(checkPackage(inNavBar(Object.fromEntries(states))).errors).toEqual([]);
    expect(checkPackage(inNavBar(Object.fromEntries(states.slice(1)))).errors).toHaveLength(1);
  });

  it('may bring a banner', () => {
    expect(checkPackage(samplePackage({ 'assets/banner.png': pngOf(1660, 400) })).errors).toEqual([]);
  });

  it('are doubted with a bitmap inside a drawing', () => {
    const svg = '<svg viewBox="0 0 1 1"><image href="data:image/png;base64,AA"/></svg>';
    expect(checkPackage(samplePackage({ 'assets/a.svg': svg })).warnings).toEqual([
      'assets/a.svg: embeds a bitmap, for which Zendesk puts a placeholder',
    ]);
  });
});
