import {
  IconAlertTriangle,
  IconChevronDown,
  IconClockPlus,
  IconHeadset,
  IconPhone,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { bridge } from '../bridge.ts';
import { useModel } from '../model.ts';
import { useVoice } from '../parts/speech.tsx';
import { rowsOf } from '../today/rows.ts';
import { CallerCode } from './caller-code.tsx';
import { ExcuseForm } from './excuse-form.tsx';
import classes from './help-place.module.css';
import { Messages } from './messages.tsx';
import { WriteForm } from './write-form.tsx';

/** Everything that leads to a person: helpdesk, more time, security, the phone. */
export function HelpPlace() {
  const { help } = useVoice().words;
  const { snapshot } = useModel();
  const sent = snapshot?.link.state === 'connected' ? help.sent : help.queued;
  const rows = rowsOf(snapshot?.programs ?? []);
  const excusable = rows.toFix.length + rows.advice.length + rows.unknown.length > 0;
  return (
    <>
      <h1 className="unseen">{help.title}</h1>
      <section className="panel">
        <h2 className="row">
          <IconHeadset size={20} aria-hidden />
          {help.ask}
        </h2>
        <p className="dimmed">{help.askMore}</p>
        <Messages />
        <WriteForm
          label={help.askLabel}
          send={help.send}
          sent={sent}
          shortest={2}
          onSend={(text) => bridge.askHelp({ asks: 'help', text })}
        />
      </section>
      <Fold icon={IconPhone} title={help.code}>
        <CallerCode />
      </Fold>
      {excusable && (
        <Fold icon={IconClockPlus} title={help.excuse}>
          <p className="dimmed">{help.excuseMore}</p>
          <ExcuseForm rows={rows} sent={sent} />
        </Fold>
      )}
      <Fold icon={IconAlertTriangle} title={help.incident}>
        <p className="dimmed">{help.incidentMore}</p>
        <WriteForm
          label={help.incidentLabel}
          send={help.incidentSend}
          sent={snapshot?.link.state === 'connected' ? help.incidentSent : help.queued}
          shortest={0}
          danger
          onSend={(text) => bridge.reportIncident(text)}
        />
      </Fold>
    </>
  );
}

function Fold({ icon: Icon, title, children }: { icon: TablerIcon; title: string; children: ReactNode }) {
  return (
    <details className={`panel ${classes['fold']}`}>
      <summary>
        <h2 className="row">
          <Icon size={20} aria-hidden />
          {title}
        </h2>
        <IconChevronDown size={18} aria-hidden className={classes['arrow'] ?? ''} />
      </summary>
      <div className="stack">{children}</div>
    </details>
  );
}
