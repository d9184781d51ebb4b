import { z } from 'zod';
import type { FactOf } from '../../../../shared/checks/index.ts';
import type { Transcript } from '../../host/probe.ts';
import { type Answer, foundIn, isAnswer, mostTelling, plistOf, textOf, valueIn } from '../../macos/answers.ts';
import { plistFile, program } from '../../macos/probes.ts';
import { type Parsed, reader } from '../reader.ts';
import { defenderOf } from './macos-defender.ts';
import { type Extension, securityExtensions } from './macos-extensions.ts';

type Fact = FactOf<'antivirus'>;
type Product = Fact['products'][number];
type Name = 'xprotect' | 'bundle' | 'data' | 'extensions' | 'defender';

const bundle = '/Library/Apple/System/Library/CoreServices/XProtect.bundle/Contents';

export const antivirusMacos = reader<Fact, Name>({
  probes: {
    xprotect: program('/usr/bin/xprotect', ['version'], 'version of the virus protection of macOS 15 and newer'),
    bundle: plistFile(`${bundle}/Info.plist`, 'version of the virus protection of macOS'),
    data: { kind: 'folder', path: `${bundle}/Resources`, why: 'how recent the virus protection of macOS is' },
    extensions: program(
      '/usr/bin/systemextensionsctl',
      ['list'],
      'which virus protection of other makers is switched on',
    ),
    defender: {
      kind: 'command',
      paths: ['/usr/local/bin/mdatp', '/Applications/Microsoft Defender.app/Contents/MacOS/wdavdaemonclient'],
      args: ['health', '--output', 'json'],
      why: 'whether Microsoft Defender protects, where it is installed',
      timeout: 10_000,
    },
  },
  parse(transcripts, { now }): Parsed<Fact> {
    const own = xprotectOf(transcripts, now);
    const extensions = securityExtensions(transcripts.extensions);
    const defender = defenderOf(transcripts.defender, now);
    if (![own, extensions, defender].some((source) => isAnswer<unknown>(source))) {
      return mostTelling(own, extensions, defender);
    }
    const others = [...(valueIn(defender) ?? []), ...(valueIn(extensions) ?? []).map(productOf)];
    const byName = new Map(others.toReversed().map((product) => [product.name, product]));
    // It comes with every macOS and cannot be switched off, so one that could not be read is there all the same.
    const xprotect = valueIn(own) ?? unreadXprotect(own);
    return { fact: { products: [xprotect, ...[...byName.values()].reverse()].slice(0, 8), builtIn: true } };
  },
});

function unreadXprotect(own: Answer<Product>): Product {
  const unread = mostTelling(own);
  return { name: 'XProtect', state: unread, signatures: unread };
}

/** What its data were when this list was made, and how old data may get: Apple sends new ones every few weeks. */
const known = { version: 5356, asOf: '2026-08-22' } as const;
const oldest = 90 * 86_400_000;

function xprotectOf({ xprotect, bundle, data }: Readonly<Record<Name, Transcript>>, now: Date): Answer<Product> {
  const said = foundIn(
    xprotect,
    'xprotect version',
    /^Version: (\d{1,6}) Installed: (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)/m,
  );
  const read = plistOf(
    bundle,
    'XProtect.bundle',
    z.object({ CFBundleShortVersionString: z.string().regex(/^\d{1,6}$/) }),
  );
  const versions = [valueIn(said)?.[1], valueIn(read)?.CFBundleShortVersionString].map(Number).filter(Number.isFinite);
  const dates = [Date.parse(`${valueIn(said)?.[2]?.replace(' ', 'T')}Z`), ...datesOf(data)].filter(Number.isFinite);
  if (versions.length === 0 && dates.length === 0) return mostTelling(read, said);
  const isRecent =
    dates.length > 0 ? now.getTime() - Math.max(...dates) < oldest : Math.max(...versions) >= known.version;
  // The bundle may be older than what the system uses, which the other source would know.
  const isDoubtful = !isRecent && !isAnswer(said) && said.cannotTell !== 'absent';
  const signatures = isDoubtful ? said : isRecent ? 'current' : 'old';
  return { value: { name: 'XProtect', state: 'on', signatures } };
}

/** Each line is a time and the name of a file with signatures. */
function datesOf(data: Transcript): number[] {
  const text = textOf(data, 'XProtect.bundle');
  const lines = isAnswer(text) ? text.value.split('\n') : [];
  return lines.filter((line) => /\tXProtect\.\w+$/.test(line)).map((line) => Date.parse(line.split('\t', 1)[0] ?? ''));
}

function productOf({ name, isOn }: Extension): Product {
  return {
    name,
    state: isOn ? 'on' : 'off',
    signatures: { cannotTell: 'unsupported', detail: 'only the product itself knows' },
  };
}
