// Runs on the block page: follows the access live, asks the PC to look again, and goes back to the CRM by itself.
const status = document.getElementById('status');
const reasons = document.getElementById('reasons');
const { returnTo, asking, unchanged, quiet, unreachable, offline } = status.dataset;

/** How long the PC may take to look again before the page says that nothing has come yet. */
const patience = 10_000;
const retryAfter = 5_000;

let events;
let waiting;
/** The next event only says how things stand, since the stream was opened just now; it is no answer to a check. */
let isOpening = true;

function watch() {
  events?.close();
  events = new EventSource('/.shiftgate/events');
  events.addEventListener('access', ({ data }) => show(JSON.parse(data)));
  events.addEventListener('open', () => {
    isOpening = true;
    if (status.textContent === offline) status.textContent = '';
  });
  events.addEventListener('error', () => {
    if (!waiting) status.textContent = offline;
    if (events.readyState === EventSource.CLOSED) setTimeout(watch, retryAfter);
  });
}

function show({ access, html }) {
  if (access !== 'locked') return goBack();
  reasons.innerHTML = html;
  showLocalTimes();
  if (waiting && !isOpening) finishWaiting(`${unchanged} ${clock(new Date())}.`);
  isOpening = false;
}

/** A reload keeps the fragment; anything else is a plain GET, also where the refused request was a form. */
function goBack() {
  events.close();
  const isHere = location.pathname + location.search === returnTo;
  if (isHere && location.hash) location.reload();
  else location.replace(returnTo);
}

async function checkAgain() {
  if (waiting) return;
  status.textContent = asking;
  waiting = setTimeout(() => finishWaiting(quiet), patience);
  try {
    const { sent } = await (await post('/.shiftgate/recheck')).json();
    if (!sent) finishWaiting(unreachable);
  } catch {
    finishWaiting(offline);
  }
}

function finishWaiting(text) {
  clearTimeout(waiting);
  waiting = undefined;
  status.textContent = text;
}

async function signOut() {
  await post('/.shiftgate/sign-out');
  goBack();
}

/** The header shows that the request comes from this page: another site's page cannot send it. */
function post(path) {
  return fetch(path, { method: 'POST', headers: { 'x-shiftgate-page': 'blocked' } });
}

function showLocalTimes() {
  for (const element of document.querySelectorAll('time')) element.textContent = clock(new Date(element.dateTime));
}

function clock(time) {
  const isToday = time.toDateString() === new Date().toDateString();
  const day = isToday ? {} : { weekday: 'short', day: 'numeric', month: 'short' };
  return time.toLocaleString(undefined, { ...day, hour: '2-digit', minute: '2-digit' });
}

// A hidden tab gives its connection back: browsers open only a few to one host.
document.addEventListener('visibilitychange', () => {
  if (document.hidden) events.close();
  else watch();
});
document.getElementById('check').addEventListener('click', checkAgain);
document.getElementById('sign-out').addEventListener('click', signOut);
showLocalTimes();
watch();
