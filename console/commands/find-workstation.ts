import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import type { Api } from './api.ts';

/** How an argument names a workstation. */
export const whichWorkstation = 'id, host name or person of the workstation';

/** The one workstation that is called so, in full: a part of a name could mean somebody else's PC. */
export async function findWorkstation(api: Api, wanted: string) {
  const find = (among: { enrolment?: 'revoked' }) =>
    api.call(consoleRoutes.workstations, { query: { search: wanted, limit: 20, ...among } });
  const rows = (await Promise.all([find({}), find({ enrolment: 'revoked' })])).flatMap((list) => list.rows);
  const [only, ...others] = rows.filter(({ id, hostName, person }) => [id, hostName, person].includes(wanted));
  if (only && others.length === 0) return only;
  if (rows.length === 0) throw new Error(`There is no workstation "${wanted}".`);
  const list = rows.map(({ id, hostName, person }) => `  ${id}  ${hostName}  ${person ?? ''}`).join('\n');
  throw new Error(`"${wanted}" does not name one workstation alone. Use the id of one of these:\n${list}`);
}
