import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePlist } from '../../../agent/core/macos/plist.ts';

const header =
  '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n';
const plist = (inner: string) => `${header}<plist version="1.0">\n${inner}\n</plist>\n`;

describe('a property list', () => {
  it.each<[string, string, unknown]>([
    ['an empty dictionary', '<dict/>', {}],
    ['an empty dictionary, written out', '<dict>\n</dict>', {}],
    ['a list', '<array><string>a</string><array/><true/></array>', ['a', [], true]],
    [
      'every sort of value',
      '<dict><key>i</key><integer>-3</integer><key>r</key><real>0.5</real><key>f</key><false/></dict>',
      { i: -3, r: 0.5, f: false },
    ],
    ['a date', '<date>2026-11-20T07:40:03Z</date>', '2026-11-20T07:40:03Z'],
    ['data', '<data>\n\tAAEC\n\t</data>', '\n\tAAEC\n\t'],
    ['an empty text', '<array><string/><string></string></array>', ['', '']],
    ['escapes', '<string>A &amp; B &lt;&#65;&#x42;&gt; &nope;</string>', 'A & B <AB> &nope;'],
    ['a comment', '<!-- <dict> --><string>x</string>', 'x'],
    [
      'a key that is no ordinary one',
      '<dict><key>__proto__</key><integer>1</integer></dict>',
      JSON.parse('{"__proto__":1}'),
    ],
  ])('holds %s', (_what, inner, expected) => {
    expect(parsePlist(plist(inner))).toEqual(expected);
  });

  it.each<[string, string]>([
    ['nothing at all', ''],
    ['no property list', '{"RecommendedUpdates": []}'],
    ['one that was cut off', plist('<dict><key>a</key><true/></dict>').slice(0, -12)],
    ['one cut off inside a text', `${header}<plist version="1.0"><dict><key>a</key><string>hal`],
    ['two values', plist('<true/><true/>')],
    ['a value without a key', plist('<dict><true/></dict>')],
    ['a key without a value', plist('<dict><key>a</key></dict>')],
    ['two keys in a row', plist('<dict><key>a</key><key>b</key><true/></dict>')],
    ['a key in a list', plist('<array><key>a</key></array>')],
    ['crossed ends', plist('<dict><key>a</key><array></dict></array>')],
    ['a word in place of a number', plist('<integer>many</integer>')],
    ['a tag that it does not know', plist('<dict><key>a</key><b>1</b></dict>')],
    ['a binary one', 'bplist00\u00d1\u0001\u0002'],
    ['more depth than anything real has', plist(`${'<array>'.repeat(100)}${'</array>'.repeat(100)}`)],
  ])('is not made of %s', (_what, text) => {
    expect(parsePlist(text)).toBeUndefined();
  });

  it('is read in one pass, however long and however broken', () => {
    const row = '<dict><key>a</key><string>b</string></dict>\n';
    const long = [
      plist(`<array>${row.repeat(250_000)}</array>`),
      '<'.repeat(10_000_000),
      '<array>'.repeat(1_400_000),
      `<plist>${'<!--'.repeat(2_500_000)}`,
      `<plist><string>${'x'.repeat(10_000_000)}`,
    ];
    const startedAt = performance.now();
    const parsed = long.map((text) => parsePlist(text));
    expect(performance.now() - startedAt).toBeLessThan(8_000);
    expect(parsed.slice(1)).toEqual([undefined, undefined, undefined, undefined]);
    expect(parsed[0]).toHaveLength(250_000);
  });

  it('never throws, and never makes something of a part', () => {
    const whole = plist('<dict><key>a</key><array><string>b</string><integer>1</integer></array></dict>').trimEnd();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (end) => {
        expect(parsePlist(whole.slice(0, end))).toBeUndefined();
      }),
    );
    fc.assert(fc.property(fc.string({ maxLength: 400 }), (text) => void parsePlist(`<plist>${text}</plist>`)));
  });
});
