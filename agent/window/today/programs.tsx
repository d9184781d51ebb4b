import { Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import type { ProgramStatus } from '../../core/programs.ts';
import { bridge } from '../bridge.ts';
import { Trouble } from '../parts/outcome.tsx';
import { useVoice } from '../parts/speech.tsx';
import { looks, StateMark } from '../parts/state-mark.tsx';
import { useAct } from '../parts/use-act.ts';

/** Each program with its access and the button that opens it. */
export function Programs({ programs, reachable }: { programs: readonly ProgramStatus[]; reachable: boolean }) {
  const { words } = useVoice();
  if (programs.length === 0) return null;
  return (
    <section className="panel" aria-label={words.home.programs}>
      <ul className="stack">
        {programs.map((program) => (
          <Program key={program.id} program={program} reachable={reachable} />
        ))}
      </ul>
    </section>
  );
}

function Program({ program, reachable }: { program: ProgramStatus; reachable: boolean }) {
  const voice = useVoice();
  const { run, isBusy, trouble } = useAct();
  const { id, name, decision } = program;
  const access = decision?.access;
  const opens = reachable && access !== undefined && access !== 'locked';
  const { tone, icon } = looks[access ?? 'not-connected'];
  return (
    <li className="spread">
      <span className="row">
        <strong>{name}</strong>
        <StateMark tone={tone} icon={icon}>
          {access ? voice.words.access[access] : voice.words.home.cannotOpen}
        </StateMark>
      </span>
      {opens && (
        <Button
          variant={access === 'ready' ? 'filled' : 'default'}
          loading={isBusy}
          leftSection={<IconExternalLink size={18} aria-hidden />}
          onClick={() => run(() => bridge.openProgram(id))}
        >
          {voice.fill(voice.words.home.open, { program: name })}
        </Button>
      )}
      <Trouble reason={trouble} />
    </li>
  );
}
