import type { Voice } from '../../voice.ts';

// The order matters: Edge and Opera also call themselves Chrome, and Chrome also calls itself Safari.
const browsers = [
  ['Edge', /Edg(?:e|A|iOS)?\/(\d+)/],
  ['Opera', /OPR\/(\d+)/],
  ['Firefox', /(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /(?:Chrome|CriOS)\/(\d+)/],
  ['Safari', /Version\/(\d+).*Safari\//],
] as const;

const systems = [
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
] as const;

/** A browser's own long name in short: `Firefox 145 on Windows`; as it stands where it is an unknown one. */
export function sayBrowser(userAgent: string, voice: Voice): string {
  const words = voice.words.signIn.sessions;
  for (const [name, pattern] of browsers) {
    const version = pattern.exec(userAgent)?.[1];
    const system = systems.find(([, mark]) => mark.test(userAgent))?.[0];
    const browser = `${name} ${version}`;
    if (version) return system ? voice.fill(words.onSystem, { browser, system }) : browser;
  }
  return userAgent || words.unknownBrowser;
}
