/**
 * What happens to a connection from outside that no rule names. `none`: nothing looks at it.
 */
export type Guard = 'block' | 'allow' | 'none';
export type Guards = Readonly<Record<'ipv4' | 'ipv6', Guard>>;

/** One chain at the door of the PC: it sees what comes in, for these families. */
export interface Door {
  readonly family: string;
  readonly guard: 'block' | 'allow';
}

/** What one chain blocks is blocked, whatever another one allows. */
export function guardsOf(doors: readonly Door[]): Guards {
  const at = (families: readonly string[]): Guard => {
    const own = doors.filter(({ family }) => families.includes(family)).map(({ guard }) => guard);
    if (own.includes('block')) return 'block';
    return own.length > 0 ? 'allow' : 'none';
  };
  return { ipv4: at(['inet', 'ip']), ipv6: at(['inet', 'ip6']) };
}
