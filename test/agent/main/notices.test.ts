import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Notice, Notices } from '../../../agent/main/notices.ts';
import { tellingOf } from '../../../agent/window/today/telling.ts';
import { createVoice } from '../../../agent/window/voice.ts';
import { inEnglish } from '../../../agent/window/words/languages.ts';
import { at, states } from '../window/models.ts';

const voice = createVoice(inEnglish, ['en-GB']);
const telling = (name: keyof typeof states) => tellingOf(states[name], voice, at);
const fromMaria = (id: string) => ({
  ...{ from: 'helpdesk' as const, id, at: new Date(at).toISOString(), name: 'Maria' },
  text: `Message ${id}`,
  seen: false,
});

describe('notices', () => {
  let said: Notice[];
  let isLooking: boolean;
  let notices: Notices;

  beforeEach(() => {
    vi.useFakeTimers();
    said = [];
    isLooking = false;
    notices = new Notices({ say: (notice) => said.push(notice), isLooking: () => isLooking });
  });
  afterEach(() => {
    notices.close();
    vi.useRealTimers();
  });
  const take = (name: keyof typeof states, seconds: number) => {
    notices.take(telling(name), []);
    vi.advanceTimersByTime(seconds * 1000);
  };
  const titles = () => said.map(({ title }) => title);

  it('say nothing of an ordinary start', () => {
    take('checking', 5);
    take('not connected', 5);
    take('ready', 60);
    expect(said).toEqual([]);
  });

  it('tell of a lock, and of its end', () => {
    take('locked', 60);
    take('ready', 60);
    expect(titles()).toEqual(['CRM is locked because AnyDesk is running', 'Your PC is ready for work']);
  });

  it('are silent about what is over within a second', () => {
    take('locked', 0.5);
    take('ready', 60);
    expect(said).toEqual([]);
  });

  it('come at most twice a minute, with what is true by then', () => {
    for (let round = 0; round < 30; round += 1) {
      take('locked', 1);
      take('ready', 1);
    }
    vi.advanceTimersByTime(60_000);
    expect(said.length).toBeLessThanOrEqual(3);
    expect(titles().at(-1)).toBe(said.length === 0 ? undefined : 'Your PC is ready for work');
  });

  it('leave it to the window while the person looks at it', () => {
    isLooking = true;
    take('locked', 60);
    isLooking = false;
    take('locked', 60);
    expect(said).toEqual([]);
  });

  it('pass each message of helpdesk on once, and those from before the start not again', () => {
    notices.take(telling('ready'), [fromMaria('a')]);
    notices.take(telling('ready'), [fromMaria('a'), fromMaria('b')]);
    notices.take(telling('ready'), [fromMaria('a'), fromMaria('b')]);
    expect(said).toEqual([{ title: 'Maria', body: 'Message b' }]);
  });
});
