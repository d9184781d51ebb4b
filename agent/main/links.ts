import { type Invitation, parseInvitation } from '../core/identity/enrolment-link.ts';
import { type Logger, reasonOf } from '../core/log.ts';

export const linkScheme = 'shiftgate';

/** The invitation among the arguments of a start; undefined when there is none that can be read without doubt. */
export function findInvitation(args: readonly string[], log: Logger): Invitation | undefined {
  const links = args.filter((arg) => arg.toLowerCase().startsWith(`${linkScheme}:`));
  const [link] = links;
  if (link === undefined) return undefined;
  try {
    if (links.length > 1 || link.length > 2000) throw new Error('more than one link, or one that is too long');
    return parseInvitation(link);
  } catch (error) {
    // The link holds a code, and so it is not written down.
    log.warn('A link was opened that cannot be used.', { reason: reasonOf(error) });
    return undefined;
  }
}
