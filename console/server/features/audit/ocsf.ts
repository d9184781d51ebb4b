import type { AuditEntry } from '../../../../shared/protocol/views.ts';

/** Names in the place of ids. */
export interface AuditNames {
  /** Host name and person of a workstation. */
  workstation(id: string): { readonly hostName: string; readonly person?: string | undefined } | undefined;
  program(id: string): string | undefined;
  person(id: string): string | undefined;
}

/**
 * Open Cybersecurity Schema Framework 1.1.0, https://schema.ocsf.io/1.1.0. All four classes are of category 3, identity and
 * access management: 3001 Account Change, 3002 Authentication, 3004 Entity Management, 3005 User Access Management.
 */
const schemaVersion = '1.1.0';
const classes = {
  'Account Change': 3001,
  Authentication: 3002,
  'Entity Management': 3004,
  'User Access Management': 3005,
} as const;
type ClassName = keyof typeof classes;

interface Kind {
  readonly name: ClassName;
  readonly activity: readonly [id: number, name: string];
}

const created = { name: 'Entity Management', activity: [1, 'Create'] } as const;
const updated = { name: 'Entity Management', activity: [3, 'Update'] } as const;
const deleted = { name: 'Entity Management', activity: [4, 'Delete'] } as const;
const assigned = { name: 'User Access Management', activity: [1, 'Assign Privileges'] } as const;
const revoked = { name: 'User Access Management', activity: [2, 'Revoke Privileges'] } as const;

/** Actions whose class is another one than the update of an entity. */
const kinds: Readonly<Record<string, Kind>> = {
  'signed-in': { name: 'Authentication', activity: [1, 'Logon'] },
  'session-ended': { name: 'Authentication', activity: [2, 'Logoff'] },
  'operator-created': { name: 'Account Change', activity: [1, 'Create'] },
  'program-created': created,
  'enrolment-code-created': created,
  'policy-published': created,
  'policy-staged': created,
  'policy-proposed': created,
  'enrolment-code-revoked': deleted,
  'enrolment-refused': revoked,
  lock: revoked,
  unlock: assigned,
  excuse: assigned,
  'excuse-ended': revoked,
};

/** An audit entry as one event. Everything that it says stays in `unmapped`, so that nothing is lost on the way. */
export function toOcsf(entry: AuditEntry, names: AuditNames): Record<string, unknown> {
  const { id, at, actor, action, target, detail, hash } = entry;
  const { name, activity } = kindOf(entry);
  const classUid = classes[name];
  const about = describe(target, names);
  const time = Date.parse(at);
  return {
    ...{ category_uid: 3, category_name: 'Identity & Access Management' },
    ...{ class_uid: classUid, class_name: name },
    ...{ activity_id: activity[0], activity_name: activity[1], type_uid: classUid * 100 + activity[0] },
    type_name: `${name}: ${activity[1]}`,
    ...{ time, time_dt: at, message: `${action}: ${about.name}` },
    ...{ severity_id: 1, severity: 'Informational', status_id: 1, status: 'Success' },
    actor: { user: { name: actor } },
    user: { name: about.person ?? (name === 'Authentication' ? actor : about.name), uid: about.uid },
    ...(name === 'Entity Management' && { entity: { name: about.name, uid: about.uid, type: about.type } }),
    ...(name === 'User Access Management' && {
      privileges: [String(detail['program'] ?? 'CRM')],
      resource: { name: about.name, uid: about.uid, type: about.type },
    }),
    ...(typeof detail['reason'] === 'string' && { comment: detail['reason'] }),
    metadata: {
      version: schemaVersion,
      product: { name: 'Shiftgate', vendor_name: 'Shiftgate' },
      log_name: 'audit',
      event_code: action,
      uid: hash,
      sequence: id,
    },
    unmapped: { target, detail },
  };
}

/** A change of access assigns or revokes, by where it went. */
function kindOf({ action, detail }: AuditEntry): Kind {
  if (action === 'access-changed') return detail['to'] === 'locked' ? revoked : assigned;
  return kinds[action] ?? updated;
}

interface About {
  readonly name: string;
  readonly uid: string;
  readonly type: string;
  readonly person?: string | undefined;
}

/** What an entry is about, by the name that people know it by. */
export function describe(target: string, names: AuditNames): About {
  const [type = '', uid = ''] = target.includes(':') ? target.split(/:(.*)/s) : ['', target];
  const workstation = type === 'workstation' ? names.workstation(uid) : undefined;
  if (workstation) return { name: workstation.hostName, uid, type, person: workstation.person };
  const name = type === 'program' || type === 'person' ? names[type](uid) : undefined;
  return { name: name ?? uid, uid, type };
}
