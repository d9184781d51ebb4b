import { useEffect } from 'react';
import type { Message } from '../../ipc/model.ts';
import { bridge } from '../bridge.ts';
import { useModel } from '../model.ts';
import { At, useVoice } from '../parts/speech.tsx';
import type { Voice } from '../voice.ts';
import classes from './help-place.module.css';

/** What was written both ways, the oldest first. Messages on screen count as seen. */
export function Messages() {
  const { words } = useVoice();
  const { messages } = useModel();
  const unseen = messages.flatMap((message) => (message.from === 'helpdesk' && !message.seen ? [message.id] : []));
  const ids = unseen.join();
  useEffect(() => {
    if (ids !== '') void bridge.markSeen(ids.split(','));
  }, [ids]);
  if (messages.length === 0) return null;
  return (
    <div role="log" aria-label={words.help.messages}>
      <ul className={classes['talk']}>
        {messages.map((message) => (
          <Line key={message.id} message={message} />
        ))}
      </ul>
    </div>
  );
}

function Line({ message }: { message: Message }) {
  const voice = useVoice();
  const { help } = voice.words;
  const isMine = message.from === 'person';
  return (
    <li className={`${classes['line']} ${isMine ? classes['mine'] : ''}`}>
      <p className="dimmed">
        {isMine ? help.you : message.name} · <At at={message.at} />
        {isMine && ` · ${message.taken ? help.delivered : help.waiting}`}
      </p>
      {isMine && message.asks !== 'help' && <p className="dimmed">{aboutOf(message, voice)}</p>}
      {/* What people write may be in another direction than the window. */}
      <p dir="auto">{message.text}</p>
    </li>
  );
}

function aboutOf(message: Extract<Message, { from: 'person' }>, voice: Voice): string {
  const { help } = voice.words;
  if (message.asks === 'incident') return help.incidentReported;
  const checks = voice.list((message.checks ?? []).map(voice.title));
  const time = message.until ? voice.clock(message.until, Date.parse(message.at)) : '';
  return voice.fill(help.excuseAsked, { time, checks });
}
