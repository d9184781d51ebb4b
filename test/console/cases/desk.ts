import { randomUUID } from 'node:crypto';
import { type TriageSources, triage } from '../../../console/server/features/cases/triage.ts';
import type { Workstation } from '../../../console/server/features/workstations/roster.ts';
import type { TriageRow, TriageSection } from '../../../shared/protocol/case-views.ts';
import type { Up } from '../../../shared/protocol/link.ts';
import type { TriageFilter } from '../../../shared/protocol/triage-filter.ts';
import type { Standing } from '../access/standing-services.ts';
import { badFacts, goodFacts } from '../workstation-double.ts';

type Asking = Extract<Up, { type: 'help' | 'incident' }>;

/** What helpdesk sees and does, on a console without sockets. */
export function openDesk(console: Standing) {
  const sources: TriageSources = { ...console, book: console.cases.book, isConnected: () => false };
  const see = (filter: TriageFilter = {}, programs?: string[]) => {
    const operator = { name: 'grace', role: 'supervisor' as const, programs };
    return triage(filter, { operator, now: new Date() }, sources);
  };
  return {
    see,
    /** Rows of each section by the person's name, in order. */
    async names(filter?: TriageFilter, programs?: string[]): Promise<Partial<Record<TriageSection, string[]>>> {
      const filled = (await see(filter, programs)).sections.filter(({ groups }) => groups.length > 0);
      const name = ({ person, hostName }: TriageRow) => person ?? hostName;
      return Object.fromEntries(
        filled.map(({ section, groups }) => [section, groups.flatMap(({ rows }) => rows.map(name))]),
      );
    },
    async row({ id }: Workstation, programs?: string[]): Promise<TriageRow | undefined> {
      const groups = (await see({}, programs)).sections.flatMap((section) => section.groups);
      return groups.flatMap(({ rows }) => rows).find(({ workstation }) => workstation === id);
    },
    async ask(workstation: Workstation, text: string, more: { type?: 'incident'; program?: string } = {}) {
      const { type, program } = more;
      const base = { id: randomUUID(), at: new Date().toISOString(), text };
      const asking: Asking = type ? { ...base, type } : { ...base, type: 'help', asks: 'help', program };
      await console.messages.take(workstation, asking);
    },
    lock: (workstation: Workstation) => console.report(workstation, badFacts(new Date().toISOString())),
    fix: (workstation: Workstation) => console.report(workstation, goodFacts(new Date().toISOString())),
  };
}
