/**
 * The `productState` of a product in the Security Center: 0xPPSSUU. Microsoft does not document it; the nibbles below
 * are what products of many makers have been seen to set.
 */
export type ProductState = 'on' | 'off' | 'snoozed' | 'expired';

const states: Readonly<Record<number, ProductState>> = { 0: 'off', 1: 'on', 2: 'snoozed', 3: 'expired' };

/** Undefined for a state that nobody has seen so far. */
export function productStateOf(state: number): ProductState | undefined {
  return states[(state >>> 12) & 0xf];
}

export function hasOldSignatures(state: number): boolean {
  return ((state >>> 4) & 0xf) === 1;
}
