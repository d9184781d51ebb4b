// The page's two live streams: queue figures by WebSocket, activity by server-sent events.
const show = (name, text) => {
  for (const place of document.querySelectorAll(`[data-live="${name}"]`)) place.textContent = text;
};

let retry = 250;

function connectQueue() {
  const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live/queue`);
  socket.addEventListener('message', ({ data }) => {
    retry = 250;
    const { waiting, longest } = JSON.parse(data);
    show('queue', `${waiting} waiting, longest ${longest} s`);
  });
  socket.addEventListener('close', ({ code }) => {
    show('queue', 'not connected');
    // 1008: the server will not have us any more. Ask for the page again, it says why.
    if (code === 1008) location.reload();
    retry = Math.min(retry * 2, 10_000);
    setTimeout(connectQueue, retry);
  });
}

const activity = new EventSource('/live/activity');
activity.addEventListener('message', ({ data }) => show('activity', data));
activity.addEventListener('error', () => show('activity', 'not connected'));
connectQueue();
