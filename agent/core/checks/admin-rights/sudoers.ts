export interface SudoRule {
  /** The group that has the right, or `sudo` where the person has it alone. */
  readonly who: string;
  readonly asks: boolean;
}

/** anna ALL=(ALL:ALL) NOPASSWD: ALL */
const form = /^(?<who>\S+)\s+ALL\s*=\s*(?:\((?:ALL|root)(?:\s*:\s*\S+)?\)\s*)?(?<tags>(?:[A-Z_]+:\s*)*)ALL$/;

/**
 * Rules that allow everything, to one person or group. Aliases, and rules about single programs, are passed over.
 * Undefined when there is no line in the form of this file.
 */
export function parseSudoers(text: string): ((name: string, groups: readonly string[]) => SudoRule[]) | undefined {
  const lines = text
    .replace(/\\\n/g, ' ')
    .split('\n')
    .map((line) => line.replace(/(^|\s)#(?!\d).*$/, '').trim());
  const known = /^(Defaults\b|@include|#include|\S+_Alias\s|\S+\s+\S+\s*=)/;
  if (!lines.some((line) => known.test(line))) return undefined;
  const asksNobody = lines.some((line) => /^Defaults\s+(.*,\s*)?!authenticate\b/.test(line));
  const asksRoot = lines.some((line) => /^Defaults\s+(.*,\s*)?(targetpw|rootpw)\b/.test(line));
  const rules = lines.map((line) => form.exec(line)?.groups).filter((rule) => rule !== undefined);
  return (name, groups) =>
    rules
      .filter(({ who = '' }) => who === name || (who.startsWith('%') && groups.includes(who.slice(1))) || who === 'ALL')
      // Who must know root's own password has no rights that root has not given.
      .filter(({ tags = '' }) => !asksRoot || /\bNOPASSWD:/.test(tags))
      .map(({ who = '', tags = '' }) => ({
        who: who.startsWith('%') ? who.slice(1) : 'sudo',
        asks: !asksNobody && !/\bNOPASSWD:/.test(tags),
      }));
}
