import { type Door, type Guards, guardsOf } from './guard.ts';

/**
 * `/etc/nftables.conf`, which the service has loaded as it is. Undefined where the file alone does not say what happens:
 * other files are included, or it cannot be followed.
 */
export function parseNftablesConf(text: string): Guards | undefined {
  if (text.length > 200_000) return undefined;
  const plain = text
    .replace(/"[^"\n]*"/g, '""')
    .replace(/#.*$/gm, '')
    .replace(/\\\n/g, ' ');
  if (!isBalanced(plain)) return undefined;
  const blocks = plain.matchAll(
    /\btable\s+(?:(inet|ip6?|arp|bridge|netdev)\s+)?\S+\s*\{|\bchain\s+\S+\s*\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}/g,
  );
  const doors: Door[] = [];
  let family = 'ip';
  for (const [, table, body] of blocks) {
    if (body === undefined) family = table ?? 'ip';
    else if (/\bhook\s+input\b/.test(body)) doors.push(...doorOf(family, body));
  }
  const guards = guardsOf(doors);
  const isDecided = guards.ipv4 === 'block' && guards.ipv6 === 'block';
  return isDecided || !/^[ \t]*include\b/m.test(plain) ? guards : undefined;
}

function isBalanced(text: string): boolean {
  return text.split('{').length === text.split('}').length && /\b(table|flush)\b/.test(text);
}

function doorOf(family: string, body: string): Door[] {
  const statements = body
    .split(/[;\n]/)
    .map((statement) => statement.trim())
    .filter(Boolean);
  const rules = statements.filter((statement) => !/^(type|policy|comment|flags|counter$)/.test(statement));
  const first = rules.find((rule) => /^(counter\s+)?(log\b[^{}]*?\s)?(counter\s+)?(drop|reject|accept)\b/.test(rule));
  if (first) return [{ family, guard: /\baccept\b/.test(first) ? 'allow' : 'block' }];
  if (/\bpolicy\s+drop\b/.test(body)) return [{ family, guard: 'block' }];
  return rules.length > 0 ? [{ family, guard: 'allow' }] : [];
}
