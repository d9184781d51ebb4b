import { z } from 'zod';
import type { CannotTell } from '../../../../shared/checks/define.ts';
import type { FactOf } from '../../../../shared/checks/index.ts';
import type { Transcript } from '../../host/probe.ts';
import { batch, partOf, type SecurityProduct } from '../../windows/batch.ts';
import { parseNative } from '../../windows/native.ts';
import { hasOldSignatures, productStateOf } from '../../windows/product-state.ts';
import { type Parsed, reader } from '../reader.ts';

type Fact = FactOf<'antivirus'>;
type Product = Fact['products'][number];

const Health = z.object({ antivirus: z.number().optional(), error: z.number().optional() });
const Defender = z.object({ mode: z.string(), realTime: z.boolean(), age: z.number(), at: z.string().nullish() });
type Defender = z.output<typeof Defender>;

/** The Security Center knows every product, Defender knows itself better, and Windows' own verdict is the last resort. */
export const antivirusWindows = reader<Fact, 'health' | 'products'>({
  probes: {
    health: { kind: 'windows', call: 'security-health', why: 'whether Windows itself is content with the protection' },
    products: batch,
  },
  parse({ health, products }): Parsed<Fact> {
    const listed = partOf(products, 'products');
    const defender = partOf(products, 'defender');
    if (!('cannotTell' in listed)) {
      const present = listed.antivirus.filter(({ there }) => there !== false);
      const known = 'cannotTell' in defender ? undefined : defender;
      return { fact: { products: present.slice(0, 8).map((one) => toProduct(one, known)), builtIn: true } };
    }
    // Servers have no Security Center.
    if (!('cannotTell' in defender)) {
      return { fact: { products: [{ name: 'Microsoft Defender Antivirus', ...ofDefender(defender) }], builtIn: true } };
    }
    return byHealth(health, listed);
  },
});

function toProduct(product: SecurityProduct, defender: Defender | undefined): Product {
  const name = (product.name ?? 'unnamed').slice(0, 80);
  if (/\bDefender\b/i.test(name) && defender) return { name, ...ofDefender(defender) };
  const state = productStateOf(product.state);
  return {
    name,
    state: state ?? { cannotTell: 'unparsable', detail: `productState ${product.state}` },
    signatures: hasOldSignatures(product.state) ? 'old' : 'current',
  };
}

/** Days after which Defender's own knowledge counts as old, as its Security Center entry has it too. */
const oldAfter = 7;

/** AMRunningMode: "Normal", "Passive Mode", "SxS Passive Mode", "EDR Block Mode", "Not running"; not translated. */
function ofDefender({ mode, realTime, age, at }: Defender): Omit<Product, 'name'> {
  const isPassive = /passive|EDR/i.test(mode);
  const state = isPassive ? 'passive' : /^normal$/i.test(mode) && realTime ? 'on' : 'off';
  return { state, signatures: age <= oldAfter ? 'current' : 'old', ...(at && { signaturesAt: at }) };
}

/** WSC_SECURITY_PROVIDER_HEALTH. `poor` may be off or out of date: which of them stays open. */
function byHealth(transcript: Transcript, trouble: CannotTell): Parsed<Fact> {
  const health = parseNative(transcript, Health, 'Security Center');
  const value = 'value' in health ? health.value.antivirus : undefined;
  const name = 'Windows Security Center';
  const hidden: CannotTell = { cannotTell: 'failed', detail: 'Windows calls the protection poor, and not why' };
  if (value === 0) return { fact: { products: [{ name, state: 'on', signatures: 'current' }], builtIn: true } };
  if (value === 2) return { fact: { products: [{ name, state: hidden, signatures: hidden }], builtIn: true } };
  if (value === 3) return { fact: { products: [{ name, state: 'snoozed', signatures: hidden }], builtIn: true } };
  return trouble;
}
