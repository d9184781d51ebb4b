import { z } from 'zod';
import type { FactOf } from '../../../../shared/checks/index.ts';
import { parseNative } from '../../windows/native.ts';
import { parseRegistry } from '../../windows/registry.ts';
import { type Parsed, reader } from '../reader.ts';

type Fact = FactOf<'admin-rights'>;

const Token = z.object({
  elevationType: z.number().optional(),
  elevated: z.boolean().optional(),
  groups: z.array(z.object({ sid: z.string(), attributes: z.number() })),
});
type Token = z.output<typeof Token>;

const key = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System';
/** The group of administrators, whatever it is called in Windows' language. */
const administrators = 'S-1-5-32-544';
/** TokenElevationTypeDefault: there is no second, smaller or larger token. */
const onlyToken = 1;

export const adminRightsWindows = reader<Fact, 'token' | 'settings'>({
  probes: {
    token: { kind: 'windows', call: 'token', why: 'whether the person is an administrator of this PC' },
    settings: {
      kind: 'registry',
      keys: [{ key, values: ['EnableLUA', 'ConsentPromptBehaviorAdmin'] }],
      why: 'whether Windows asks before a program may change the system',
    },
  },
  parse({ token, settings }): Parsed<Fact> {
    const seen = parseNative(token, Token, 'token');
    if ('cannotTell' in seen) return seen;
    const isMember = seen.value.groups.some(({ sid }) => sid === administrators);
    if (!isMember) return { fact: { rights: 'ordinary', by: [] } };
    const registry = parseRegistry(settings, key);
    const value = (name: string) => ('cannotTell' in registry ? undefined : registry.number(key, name));
    const neverAsks = value('EnableLUA') === 0 || value('ConsentPromptBehaviorAdmin') === 0;
    return { fact: { rights: neverAsks || isWhole(seen.value) ? 'always' : 'with-consent', by: [administrators] } };
  },
});

/** Full rights in the only token there is: the built-in administrator, or User Account Control switched off. */
function isWhole({ elevationType, elevated }: Token): boolean {
  return elevationType === onlyToken && elevated === true;
}
