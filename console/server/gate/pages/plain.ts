import { html } from './html.ts';
import type { Page } from './layout.ts';
import { words } from './words.ts';

/** For a browser without a session: how to open the CRM. */
export function notBoundPage(program: { readonly id: string; readonly name: string }): Page {
  const text = words.notBound;
  return {
    title: text.title(program.name),
    tone: 'plain',
    body: html`<h1>${text.title(program.name)}</h1>
<p>${text.lead}</p>
<ul>${text.steps(program.name, program.id).map((step) => html`<li>${step}</li>`)}</ul>
<p class="hint">${text.after}</p>
<div class="actions"><a class="button" href="">${text.again}</a></div>`,
  };
}

export function upstreamDownPage(program: string): Page {
  const text = words.upstreamDown;
  return {
    title: text.title(program),
    tone: 'plain',
    body: html`<h1>${text.title(program)}</h1>
<p>${text.lead}</p>
<p class="hint">${text.whatToDo}</p>
<div class="actions"><a class="button" href="">${text.again}</a></div>`,
  };
}

/** A page that has only a title and one sentence. */
export function plainPage({ title, lead }: { readonly title: string; readonly lead: string }): Page {
  return { title, tone: 'plain', body: html`<h1>${title}</h1><p>${lead}</p>` };
}
