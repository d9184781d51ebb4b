import { queryOptions } from '@tanstack/react-query';
import type { Params } from '../../../../shared/checks/define.ts';
import type { CheckId } from '../../../../shared/checks/index.ts';
import { english } from '../../../../shared/words/english.ts';
import type { Language } from '../../../../shared/words/language.ts';
import type { Words } from '../../../../shared/words/words.ts';

const loaders: Readonly<Record<Language, () => Promise<Words>>> = {
  en: () => Promise.resolve(english),
  fr: async () => (await import('../../../../shared/words/french/index.ts')).french,
  es: async () => (await import('../../../../shared/words/spanish/index.ts')).spanish,
  pt: async () => (await import('../../../../shared/words/portuguese/index.ts')).portuguese,
  ar: async () => (await import('../../../../shared/words/arabic/index.ts')).arabic,
  sw: async () => (await import('../../../../shared/words/swahili/index.ts')).swahili,
  fil: async () => (await import('../../../../shared/words/filipino/index.ts')).filipino,
  hi: async () => (await import('../../../../shared/words/hindi/index.ts')).hindi,
};

/** What stands in the place of names and numbers in a preview. */
const examples: Params = {
  ...{ count: 3, days: 9, minutes: 20, names: 'AnyDesk', name: 'Windows 10 22H2', date: '2025-10-14' },
  ...{ minimum: 'WPA2', security: 'WEP', vendor: 'NordVPN', expected: 'OpenVPN', address: '203.0.113.7' },
  ...{ mount: 'C:', version: '1.2', product: 'VirtualBox' },
};
const examplesOf: Partial<Record<CheckId, Params>> = {
  'os-patch': { names: 'KB5062553', minimum: '23H2' },
  firewall: { names: 'Windows Firewall' },
  antivirus: { names: 'Microsoft Defender', expected: 'Microsoft Defender' },
  'remote-login': { names: 'Remote Desktop' },
  'agent-health': { names: 'Location', version: '0.1.0', minimum: '0.2.0' },
};

/** Parameters that a check's texts can be filled with, for show. */
export function exampleParams(check: CheckId): Params {
  return { ...examples, ...examplesOf[check] };
}

/** What people at home read about checks, in one of their languages; each is loaded when it is asked for. */
export function wordsQuery(language: Language) {
  return queryOptions({
    queryKey: ['words', language],
    queryFn: loaders[language],
    staleTime: Number.POSITIVE_INFINITY,
  });
}
