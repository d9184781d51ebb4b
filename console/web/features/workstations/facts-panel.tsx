import type { ReactNode } from 'react';
import type { WorkstationDetail } from '../../../../shared/protocol/views.ts';
import { Panel } from '../../parts/page.tsx';
import { Ago, At } from '../../parts/time.tsx';
import { enrolmentWord, osWord } from '../../parts/words.ts';
import classes from './workstation-page.module.css';

/** Seconds of difference that a clock may have before it is worth a word. */
const noticeableSkew = 5;

/** The PC itself. */
export function FactsPanel({ workstation }: { workstation: WorkstationDetail }) {
  const { hostName, os, system, agentVersion, egress, clockSkew = 0, enrolment, enrolledAt, id } = workstation;
  return (
    <Panel title="This PC">
      <dl className={classes['facts']}>
        <Fact name="Name">{hostName}</Fact>
        <Fact name="System">{system || osWord[os]}</Fact>
        <Fact name="Agent">version {agentVersion}</Fact>
        <Fact name="Last contact">
          {workstation.connected ? (
            'Connected now'
          ) : workstation.lastContactAt ? (
            <Ago at={workstation.lastContactAt} />
          ) : (
            'Never'
          )}
        </Fact>
        {egress && <Fact name="Seen from">{egress}</Fact>}
        {Math.abs(clockSkew) >= noticeableSkew && <Fact name="Clock">{saySkew(clockSkew)}</Fact>}
        <Fact name="Enrolled">
          <At at={enrolledAt} />
          {enrolment !== 'active' && ` · ${enrolmentWord[enrolment]}`}
        </Fact>
        <Fact name="Id">
          <code>{id}</code>
        </Fact>
      </dl>
    </Panel>
  );
}

function saySkew(seconds: number): string {
  return `${Math.abs(Math.round(seconds))} s ${seconds > 0 ? 'ahead of' : 'behind'} the console; times of readings may look odd`;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
