import type { ReactNode } from 'react';
import type { WorkstationDetail } from '../../../../shared/protocol/views.ts';
import { Panel } from '../../parts/page.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { Ago, At } from '../../parts/time.tsx';
import { systemName } from './system-name.ts';
import classes from './workstation-page.module.css';

/** Seconds of difference that a clock may have before it is worth a word. */
const noticeableSkew = 5;

/** The PC itself. */
export function FactsPanel({ workstation }: { workstation: WorkstationDetail }) {
  const voice = useVoice();
  const { workstation: own, list, frame } = voice.words;
  const { facts: words } = own;
  const { hostName, agentVersion, egress, clockSkew = 0, enrolment, enrolledAt, id } = workstation;
  return (
    <Panel title={words.title}>
      <dl className={classes['facts']}>
        <Fact name={words.name}>{hostName}</Fact>
        <Fact name={words.system}>{systemName(workstation)}</Fact>
        <Fact name={words.agent}>{voice.fill(words.version, { version: agentVersion })}</Fact>
        <Fact name={words.contact}>
          {workstation.connected ? (
            words.connected
          ) : workstation.lastContactAt ? (
            <Ago at={workstation.lastContactAt} />
          ) : (
            list.row.never
          )}
        </Fact>
        {egress && <Fact name={words.egress}>{egress}</Fact>}
        {Math.abs(clockSkew) >= noticeableSkew && (
          <Fact name={words.clock}>
            {voice.fill(clockSkew > 0 ? words.ahead : words.behind, { number: Math.abs(Math.round(clockSkew)) })}
          </Fact>
        )}
        <Fact name={words.enrolled}>
          <At at={enrolledAt} />
          {enrolment !== 'active' && ` · ${frame.terms.enrolment[enrolment]}`}
        </Fact>
        <Fact name={words.id}>
          <code>{id}</code>
        </Fact>
      </dl>
    </Panel>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
