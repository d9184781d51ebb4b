// Runs on the launch page: trades the ticket in the fragment for the gate's cookie, then opens the CRM.
const status = document.getElementById('status');
const again = document.getElementById('again');
const { opening, openingFor, openingOn, noTicket, used, failed } = status.dataset;

const fragment = new URLSearchParams(location.hash.slice(1));
const ticket = fragment.get('t');
const to = fragment.get('to') ?? '/';
// The ticket does not stay in the address, where it would be seen and remembered.
history.replaceState(null, '', location.pathname);

async function launch() {
  again.hidden = true;
  status.textContent = opening;
  try {
    const answer = await fetch(location.pathname, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-shiftgate-page': 'launch' },
      body: JSON.stringify({ ticket, to }),
    });
    if (answer.ok) open(await answer.json());
    else if (answer.status < 500) status.textContent = used;
    else offerAgain();
  } catch {
    offerAgain();
  }
}

function open({ person, hostName, to: destination }) {
  const text = person ? openingFor : openingOn;
  status.textContent = text.replace('{person}', () => person).replace('{host}', () => hostName);
  location.replace(destination);
}

function offerAgain() {
  status.textContent = failed;
  again.hidden = false;
}

again.addEventListener('click', launch);
// A fresh link pasted into this very page changes the fragment only.
addEventListener('hashchange', () => location.reload());
if (ticket) await launch();
else status.textContent = noTicket;
