import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setAsideDevice } from './device.ts';
import { joinLines, textToLines } from './line.ts';

function split(text: string) {
  const lines = textToLines(text);
  setAsideDevice(lines);
  return {
    own: joinLines(lines.filter((line) => line.aside === null)),
    device: joinLines(lines.filter((line) => line.aside === 'device')),
  };
}

describe('what an app says about itself', () => {
  it.each([
    '---- Diagnostics ----\nApp version: 3.1.0 (412)\nOS: iOS 17.4\nDevice: iPhone15,2\nUser ID: 99',
    '--\nApp Version: 3.1\nOS Version: Android 14\nDevice model: Pixel 8\nLocale: de_DE\nTimezone: Europe/Berlin',
    'Please do not delete the information below\napp_version=3.1\nos=iOS\nlocale=en_US',
    '## Device info\n- Model: Pixel 8\n- Free memory: 120 MB\n- Battery level: 4 %',
    'Geräteinformationen:\nOS: iOS 17\nBuild: 412',
    '端末情報\nOS: iOS 17\nModel: iPhone 15',
    '{\n  "appVersion": "3.1",\n  "osVersion": "17.4",\n  "device": "iPhone15,2",\n  "flags": { "beta": true }\n}',
    '{"app_version":"3.1","platform":"android","locale":"pl_PL"}',
  ])('is set aside below the words: %s', (block) => {
    expect(split(`The app crashes on start.\nEvery time.\n\n${block}`)).toEqual({
      own: 'The app crashes on start.\nEvery time.',
      device: block,
    });
  });

  it('is set aside above them too', () => {
    const block = 'App version: 3.1\nOS: iOS 17\nDevice: iPhone 15\nLocale: en_US\n----------';
    expect(split(`${block}\n\nIt crashes.`)).toEqual({ own: 'It crashes.', device: block });
  });

  it.each([
    'It fails.\n\nBrowser: Chrome\nOS: Windows 11',
    '{"app_version":"3.1","platform":"android","locale":"pl_PL"}',
    'OS: iOS 17\nDevice: iPhone\nApp version: 3.1\nLocale: en_US',
    'It fails with\n{"error":"E17","message":"no such order"}',
    'My config:\n{"platform":"x","device":"y","locale":"z"',
    'App version: 3.1\nOS: iOS 17\nBoth are new. Device: my old one.\nBuild: none',
    'Language: I want French\nPlease change it.\nCountry: Canada',
  ])('stays where it may be what the customer tells: %s', (text) => {
    expect(split(text)).toEqual({ own: text, device: '' });
  });

  it('never takes everything', () => {
    const piece = fc.constantFrom(
      'OS: iOS',
      'Device: x',
      'Build: 1',
      'Locale: de',
      '----',
      '{"os":1,"device":2,"build":3}',
      '',
      'words',
      '}',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 14 }), (pieces) => {
        const text = pieces.join('\n');
        if (text.trim() !== '') expect(split(text).own).not.toBe('');
      }),
    );
  });
});
