import { z } from 'zod';
import { type Door, type Guards, guardsOf } from './guard.ts';

const Chain = z.object({
  family: z.string(),
  table: z.string(),
  name: z.string(),
  hook: z.string().optional(),
  policy: z.string().optional(),
});
type Chain = z.output<typeof Chain>;
const Rule = z.object({
  family: z.string(),
  table: z.string(),
  chain: z.string(),
  expr: z.array(z.record(z.string(), z.unknown())),
});
type Rule = z.output<typeof Rule>;
const Entry = z.looseObject({ metainfo: z.unknown().optional(), chain: Chain.optional(), rule: Rule.optional() });
const Ruleset = z.object({ nftables: z.array(Entry) });

export interface Rules extends Guards {
  /** A chain of ufw is there. */
  readonly hasUfw: boolean;
}

/** `nft --json list ruleset`, with the rules that iptables made in the same place. Throws on another form. */
export function parseRuleset(text: string): Rules {
  const { nftables } = Ruleset.parse(JSON.parse(text));
  if (!nftables.some((entry) => 'metainfo' in entry)) throw new Error('not complete');
  const chains = nftables.flatMap(({ chain }) => chain ?? []);
  const rules = new Map<string, Rule[]>();
  for (const { rule } of nftables) {
    if (!rule) continue;
    const key = keyOf(rule, rule.chain);
    rules.set(key, [...(rules.get(key) ?? []), rule]);
  }
  const doors = chains.filter(({ hook }) => hook === 'input').map((chain) => doorOf(chain, rules));
  // A chain that lets everything pass and has no rules, as `nft` and `iptables` leave behind, does nothing.
  const atWork = doors.filter((door): door is Door => door !== undefined);
  return { ...guardsOf(atWork), hasUfw: chains.some(({ name }) => /^ufw6?-/.test(name)) };
}

type RulesByChain = ReadonlyMap<string, readonly Rule[]>;

function keyOf({ family, table }: Pick<Rule, 'family' | 'table'>, chain: string): string {
  return JSON.stringify([family, table, chain]);
}

function doorOf(chain: Chain, rules: RulesByChain): Door | undefined {
  const own = rules.get(keyOf(chain, chain.name)) ?? [];
  const said = verdictOf(own, rules, 0) ?? (chain.policy === 'drop' ? 'block' : 'allow');
  if (said === 'allow' && own.length === 0) return undefined;
  return { family: chain.family, guard: said };
}

/** The first rule that decides about everything; chains that it jumps to are followed. */
function verdictOf(rules: readonly Rule[], all: RulesByChain, depth: number): 'block' | 'allow' | undefined {
  for (const rule of rules) {
    // What goes back from here is decided by the chain that jumped here, whatever comes after it.
    if (depth > 0 && rule.expr.some((statement) => 'return' in statement)) return undefined;
    const said = verdictOfRule(rule, all, depth);
    if (said) return said;
  }
  return undefined;
}

const blocking: ReadonlySet<string> = new Set(['drop', 'reject']);
/** Statements that only look on. */
const silent: ReadonlySet<string> = new Set(['counter', 'log', 'comment', 'limit']);

function verdictOfRule(rule: Rule, all: RulesByChain, depth: number): 'block' | 'allow' | undefined {
  const [last, ...others] = rule.expr.toReversed();
  const [verdict] = Object.keys(last ?? {});
  const isAboutAll = others.every((statement) => Object.keys(statement).every((name) => silent.has(name)));
  if (!last || verdict === undefined || !isAboutAll || 'limit' in Object.assign({}, ...others)) return undefined;
  if (blocking.has(verdict) || isRejectOfIptables(last)) return 'block';
  if (verdict === 'accept') return 'allow';
  const target = targetOf(last['jump'] ?? last['goto']);
  return target !== undefined && depth < 16 ? verdictOf(all.get(keyOf(rule, target)) ?? [], all, depth + 1) : undefined;
}

function isRejectOfIptables({ xt }: Readonly<Record<string, unknown>>): boolean {
  return typeof xt === 'object' && xt !== null && 'name' in xt && xt.name === 'REJECT';
}

function targetOf(jump: unknown): string | undefined {
  return typeof jump === 'object' && jump !== null && 'target' in jump ? String(jump.target) : undefined;
}
