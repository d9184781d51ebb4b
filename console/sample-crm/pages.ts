import { type Customer, customers } from './customers.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}

function page(title: string, person: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)} · Baobab Telecom CRM</title>
<link rel="stylesheet" href="/crm.css">
<header>
<a href="/">Baobab Telecom CRM</a>
<p>Queue: <b data-live="queue">connecting</b></p>
<p>Latest: <b data-live="activity">connecting</b></p>
<p>Signed in: <b>${escapeHtml(person)}</b></p>
</header>
<main>${content}</main>
<script type="module" src="/live.js"></script>
</html>`;
}

const money = (amount: number) => amount.toFixed(2);

export function customerList(person: string): string {
  const rows = customers.map(
    ({ id, name, city, plan, balance }) =>
      `<tr><td><a href="/customers/${id}">${escapeHtml(name)}</a><td>${escapeHtml(city)}<td>${escapeHtml(plan)}<td class="number">${money(balance)}`,
  );
  const head = '<tr><th>Customer<th>City<th>Plan<th class="number">Balance';
  return page('Customers', person, `<h1>Customers</h1><table><thead>${head}<tbody>${rows.join('\n')}</table>`);
}

export function customerPage({ id, name, city, plan, since, phone, balance, notes }: Customer, person: string): string {
  const fields = { Number: id, City: city, Phone: phone, Plan: plan, 'Customer since': since, Balance: money(balance) };
  const list = Object.entries(fields).map(([term, value]) => `<dt>${term}<dd>${escapeHtml(value)}`);
  const history = notes.length === 0 ? '<p>No notes.' : notes.map((note) => `<p>${escapeHtml(note)}`).join('');
  return page(
    name,
    person,
    `<h1>${escapeHtml(name)}</h1><section><dl>${list.join('')}</dl></section><h1>Notes</h1><section>${history}</section>`,
  );
}
