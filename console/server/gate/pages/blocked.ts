import type { AccessReason } from '../../../../shared/access/decide.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { sayReason, words } from './words.ts';

export interface Blocked {
  readonly program: string;
  readonly reasons: readonly AccessReason[];
  /** Absent while nothing has been decided. */
  readonly since: string | undefined;
  readonly hostName: string | undefined;
  readonly person: string | undefined;
  /** Path on the CRM's origin to go back to. */
  readonly returnTo: string;
}

const text = words.locked;

/** The page in place of the CRM while the access is locked. */
export function blockedPage(blocked: Blocked): Page {
  return {
    title: text.title(blocked.program),
    tone: 'locked',
    script: 'blocked',
    head: html`<noscript><meta http-equiv="refresh" content="20"></noscript>`,
    body: html`<h1>${text.title(blocked.program)}</h1>
<div id="reasons">${reasonList(blocked)}</div>
<p class="hint">${text.hint}<noscript> ${text.noScript}</noscript></p>
<div class="actions needs-script">
<button type="button" id="check">${text.check}</button>
<p id="status" role="status" aria-live="polite" data-return-to="${blocked.returnTo}" data-asking="${text.asking}" data-unchanged="${text.unchanged}" data-quiet="${text.quiet}" data-unreachable="${text.unreachable}" data-offline="${text.offline}"></p>
</div>
<footer>
<dl>${detail(text.pc, blocked.hostName)}${detail(text.person, blocked.person)}</dl>
<button type="button" id="sign-out" class="quiet needs-script">${text.signOut}</button>
</footer>`,
  };
}

/** The part that changes while the page is open: why, since when, and what to do. */
export function reasonList({ reasons, since }: Pick<Blocked, 'reasons' | 'since'>): Html {
  const locking = reasons.filter((reason) => reason.effect === 'lock');
  const soon = reasons.filter((reason) => reason.effect === 'deadline');
  return html`${locking.map(reasonCard)}
${soon.length > 0 ? html`<h2 class="soon">${text.fixSoon}</h2>${soon.map(reasonCard)}` : undefined}
<p class="details">${since && html`${text.since} ${time(since)} · `}${text.forHelpdesk}: <code>${locking.map(codeOf).join(', ')}</code></p>`;
}

function reasonCard(reason: AccessReason): Html {
  const { problem, remedy, why } = sayReason(reason);
  const until = reason.effect === 'deadline' && reason.until;
  return html`<section class="reason">
<h2>${problem}</h2>
<p><strong>${text.whatToDo}:</strong> ${remedy}</p>
${until ? html`<p>${text.fixBy} ${time(until)}</p>` : undefined}
${why && html`<p class="why">${why}</p>`}
</section>`;
}

function codeOf({ cause, code }: AccessReason): string {
  return cause === code ? code : `${cause}/${code}`;
}

function detail(name: string, value: string | undefined): Html | undefined {
  return value === undefined ? undefined : html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

/** The script shows it in the browser's own time zone; without a script it is UTC. */
function time(instant: string): Html {
  return html`<time datetime="${instant}">${instant.slice(0, 16).replace('T', ' ')} UTC</time>`;
}
