import type { CommandProbe } from '../host/probe.ts';

/** A program of macOS. */
export function program(path: string, args: readonly string[], why: string, more: Partial<CommandProbe> = {}) {
  return { kind: 'command', paths: [path], args, why, ...more } as const satisfies CommandProbe;
}

/** A property list, which lies on the disk in a binary form or as XML. */
export function plistFile(path: string, why: string): CommandProbe {
  return program('/usr/bin/plutil', ['-convert', 'xml1', '-o', '-', path], why, { inputs: [path] });
}

/** A part of what “System Information” shows. It takes up to seconds, and some parts look around for it. */
export function profiler(part: string, why: string, more: Partial<CommandProbe> = {}): CommandProbe {
  return program('/usr/sbin/system_profiler', ['-json', part], why, { timeout: 15_000, ...more });
}

/** For what stays as it is until the next start: a file that changes with the system alone. */
export const sinceStart = ['/System/Library/CoreServices/SystemVersion.plist'];

/** Set by a company’s device management; it wins over what the person has set. */
export function managedPreferences(domain: string, why: string): CommandProbe {
  return plistFile(`/Library/Managed Preferences/${domain}.plist`, why);
}
