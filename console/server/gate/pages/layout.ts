import { readFileSync } from 'node:fs';
import { Html, html } from './html.ts';
import { words } from './words.ts';

/** What a page shows. `tone` colours its mark: amber for "not now", green for "going on", grey for anything else. */
export interface Page {
  readonly title: string;
  readonly tone: 'locked' | 'opening' | 'plain';
  readonly body: Html;
  /** Name of a file in `browser/`, run when the page is there. */
  readonly script?: 'blocked' | 'launch';
  readonly head?: Html;
}

const style = new Html(readPart('style.css'));
const scripts = { blocked: new Html(readPart('browser/blocked.js')), launch: new Html(readPart('browser/launch.js')) };

/** A shield: with a bar while it is locked, else with a tick. */
const marks = {
  locked: html`<path d="M8 12h8" />`,
  opening: html`<path d="m8.5 12 2.5 2.5 4.5-5" />`,
  plain: html`<path d="M12 8v4.5M12 15.5v.01" />`,
} as const;

/** A whole document that needs nothing from elsewhere. Only what carries the nonce runs. */
export function layout({ title, tone, body, script, head }: Page, nonce: string): string {
  return html`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
<style nonce="${nonce}">${style}</style>
${head}
</head>
<body>
<main class="${tone}">
<p class="product"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3 5 5.5V11c0 4.5 3 8 7 10 4-2 7-5.5 7-10V5.5z" />${marks[tone]}</svg>${words.product}</p>
${body}
</main>
${script && html`<script type="module" nonce="${nonce}">${scripts[script]}</script>`}
</body>
</html>
`.text;
}

function readPart(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}
