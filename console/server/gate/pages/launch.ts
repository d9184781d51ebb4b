import { html } from './html.ts';
import type { Page } from './layout.ts';
import { words } from './words.ts';

const text = words.launch;

/** The page that turns the ticket in the address's fragment into the gate's cookie. */
export function launchPage(program: string): Page {
  return {
    title: text.title(program),
    tone: 'opening',
    script: 'launch',
    body: html`<h1>${text.title(program)}</h1>
<p id="status" role="status" aria-live="polite" data-opening="${text.opening(program)}" data-opening-for="${text.openingFor(program)}" data-opening-on="${text.openingOn(program)}" data-no-ticket="${text.noTicket(program)}" data-used="${text.used(program)}" data-failed="${text.failed}"></p>
<noscript><p>${text.noScript}</p></noscript>
<div class="actions"><button type="button" id="again" hidden>${text.again}</button></div>`,
  };
}
