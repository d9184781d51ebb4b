import { hostname } from 'node:os';
import type { Os } from '../../../shared/checks/define.ts';

const names: Readonly<Partial<Record<NodeJS.Platform, Os>>> = { win32: 'windows', darwin: 'macos', linux: 'linux' };

/** The system this agent runs on; undefined on one that Shiftgate does not know. */
export function findOs(): Os | undefined {
  return names[process.platform];
}

export function readHostName(): string {
  return hostname().slice(0, 255);
}
