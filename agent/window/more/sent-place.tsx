import { Button } from '@mantine/core';
import { IconArrowLeft, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { CheckId } from '../../../shared/checks/index.ts';
import type { Report } from '../../../shared/protocol/report.ts';
import type { SentPayload } from '../../core/link/reporter.ts';
import { bridge } from '../bridge.ts';
import { useModel } from '../model.ts';
import { Done, Trouble } from '../parts/outcome.tsx';
import { useGo } from '../parts/places.tsx';
import { At, useVoice } from '../parts/speech.tsx';
import { useAct } from '../parts/use-act.ts';
import { changesOf } from './changes.ts';
import classes from './sent-place.module.css';

/** The last reports exactly as they were sent, the newest first, and what each says that the one before did not. */
export function SentPlace() {
  const voice = useVoice();
  const { sent, page } = voice.words;
  const go = useGo();
  const { snapshot } = useModel();
  const payloads = snapshot?.payloads ?? [];
  return (
    <>
      <div className="row">
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={18} aria-hidden className="turned" />}
          onClick={() => go('more')}
        >
          {page.back}
        </Button>
      </div>
      <h1 className={classes['title']}>{voice.words.more.sent}</h1>
      <p>{voice.fill(sent.intro, { console: snapshot?.console.name ?? '' })}</p>
      {payloads.length === 0 && <p className="panel">{sent.none}</p>}
      {payloads
        .map((payload, index) => (
          <Payload
            key={payload.report.seq}
            payload={payload}
            earlier={payloads.slice(0, index)}
            open={index === payloads.length - 1}
          />
        ))
        .reverse()}
    </>
  );
}

interface PayloadProps {
  payload: SentPayload;
  earlier: readonly SentPayload[];
  open: boolean;
}

function Payload({ payload, earlier, open }: PayloadProps) {
  const voice = useVoice();
  const { sent } = voice.words;
  const { report, sentAt, acknowledged } = payload;
  const told = CheckId.options.filter((id) => report.facts[id]);
  const same = CheckId.options.filter((id) => report.same[id]);
  const [before = '', after = ''] = sent.at.split('{time}');
  return (
    <details className={`panel ${classes['payload']}`} open={open}>
      <summary>
        <h2>
          {before}
          <At at={sentAt} />
          {after}
        </h2>
        <span className="dimmed">
          {voice.count(sent.answers, told.length + same.length)} · {acknowledged ? sent.acknowledged : sent.pending}
        </span>
      </summary>
      <div className="stack">
        <h3>{sent.changed}</h3>
        {told.length === 0 && <p>{sent.nothingChanged}</p>}
        {told.map((id) => (
          <Told key={id} id={id} report={report} before={lastOf(id, earlier)} />
        ))}
        {same.length > 0 && (
          <p className="dimmed">
            {sent.same}: {voice.list(same.map(voice.title))}
          </p>
        )}
        <Exact report={report} />
      </div>
    </details>
  );
}

function lastOf(id: CheckId, earlier: readonly SentPayload[]): Report | undefined {
  return earlier.findLast(({ report }) => report.facts[id])?.report;
}

function Told({ id, report, before }: { id: CheckId; report: Report; before: Report | undefined }) {
  const voice = useVoice();
  const { sent } = voice.words;
  const changes = changesOf(report.facts[id], before?.facts[id]);
  return (
    <div>
      <p style={{ fontWeight: 600 }}>{voice.title(id)}</p>
      {changes === undefined && <p className="dimmed">{sent.first}</p>}
      <ul>
        {changes?.map(({ path, before: old, now }) => (
          <li key={path} className={classes['change']}>
            <code dir="ltr">{path}</code>
            {old !== undefined && (
              <span>
                <span className="dimmed">{sent.before}</span> <del dir="ltr">{old}</del>
              </span>
            )}
            {now !== undefined && (
              <span>
                <span className="dimmed">{sent.now}</span> <ins dir="ltr">{now}</ins>
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Exact({ report }: { report: Report }) {
  const { sent, fix } = useVoice().words;
  const { run, trouble } = useAct();
  const [copied, setCopied] = useState(false);
  const text = JSON.stringify(report, null, 2);
  return (
    <details>
      <summary className={classes['exact']}>{sent.exact}</summary>
      <pre className={classes['json']} dir="ltr">
        {text}
      </pre>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconCopy size={16} aria-hidden />}
        onClick={async () => setCopied(await run(() => bridge.copy(text)))}
      >
        {sent.copy}
      </Button>
      <Done>{copied && fix.copied}</Done>
      <Trouble reason={trouble} />
    </details>
  );
}
