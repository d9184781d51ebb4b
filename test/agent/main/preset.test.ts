import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPreset, presetPlaces } from '../../../agent/main/preset.ts';
import { makeFolder, makeLog } from '../fixtures.ts';

describe('an office set beforehand', () => {
  const find = (text: string) => {
    const file = join(makeFolder(), 'preset.json');
    writeFileSync(file, text);
    const log = makeLog();
    return { found: findPreset(['/nowhere/preset.json', file], log), log };
  };

  it('is read from the first file that there is', () => {
    const { found } = find('{"console":"https://shiftgate.example.com/x","code":"aaaa-bbbb-cccc"}');
    expect(found).toEqual({ console: 'https://shiftgate.example.com', code: 'AAAA-BBBB-CCCC' });
  });

  it.each([
    ['half a file', '{"console":"https'],
    ['no code', '{"console":"https://a.example","code":""}'],
    ['an address that is not encrypted', '{"console":"http://a.example","code":"AAAA-BBBB-CCCC"}'],
  ])('%s is left alone, and said', (_what, text) => {
    const { found, log } = find(text);
    expect(found).toBeUndefined();
    expect(log.lines).toEqual(['warn The office that was set beforehand cannot be used.']);
  });

  it('lies beside the program, or where an administrator puts it', () => {
    expect(presetPlaces('windows', 'C:\\S\\resources')).toEqual([
      'C:\\S\\resources\\preset.json',
      'C:\\ProgramData\\Shiftgate\\preset.json',
    ]);
    expect(presetPlaces('linux', '/opt/Shiftgate/resources')[1]).toBe('/etc/shiftgate/preset.json');
  });
});
