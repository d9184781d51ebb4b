import { Button, TextInput } from '@mantine/core';
import { IconBan, IconEye, IconMapPin, IconSend, IconShieldCheck } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Invitation } from '../../ipc/model.ts';
import { bridge } from '../bridge.ts';
import { Trouble } from '../parts/outcome.tsx';
import { useVoice } from '../parts/speech.tsx';
import { useAct } from '../parts/use-act.ts';
import classes from './steps.module.css';

/** One page of the way. Its heading takes the focus, so that a screen reader begins there. */
function Step({ title, children }: { title: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="stack">
      <h1 ref={heading} tabIndex={-1} className={classes['title']}>
        {title}
      </h1>
      {children}
    </section>
  );
}

export function Paste({ onRead }: { onRead: (invitation: Invitation) => void }) {
  const { start } = useVoice().words;
  const [text, setText] = useState('');
  const [address, setAddress] = useState('');
  const { run, isBusy, trouble } = useAct();
  const isCode = text.trim() !== '' && !text.includes(':');
  const read = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => onRead(await bridge.readInvitation(text, isCode ? address : undefined)));
  };
  return (
    <Step title={start.title}>
      <p>{start.paste}</p>
      <form onSubmit={read} className="stack">
        <TextInput
          label={start.pasteLabel}
          description={start.pasteHint}
          required
          dir="ltr"
          autoComplete="off"
          spellCheck={false}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {isCode && (
          <TextInput
            label={start.address}
            description={start.addressHint}
            required
            dir="ltr"
            autoComplete="off"
            spellCheck={false}
            maxLength={300}
            value={address}
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
        )}
        <Trouble reason={trouble} />
        <Button type="submit" loading={isBusy} disabled={text.trim() === '' || (isCode && address.trim() === '')}>
          {start.next}
        </Button>
      </form>
    </Step>
  );
}

interface ConfirmProps {
  address: string;
  onYes: () => void;
  onNo: () => void;
}

export function Confirm({ address, onYes, onNo }: ConfirmProps) {
  const { start } = useVoice().words;
  return (
    <Step title={start.confirm}>
      <p className={classes['address']} dir="ltr">
        {address}
      </p>
      <p>{start.confirmMore}</p>
      <Button onClick={onYes}>{start.confirmYes}</Button>
      <Button variant="default" onClick={onNo}>
        {start.confirmNo}
      </Button>
    </Step>
  );
}

export function Consent({ onAgree, onBack }: { onAgree: () => Promise<void>; onBack: () => void }) {
  const { start, page } = useVoice().words;
  const { run, isBusy, trouble } = useAct();
  const parts = [
    { icon: IconEye, title: start.reads, text: start.readsList },
    { icon: IconSend, title: start.sends, text: start.sendsList },
    { icon: IconBan, title: start.never, text: start.neverList },
  ];
  return (
    <Step title={start.consent}>
      {parts.map(({ icon: Icon, title, text }) => (
        <div key={title} className={classes['part']}>
          <Icon size={24} aria-hidden />
          <div>
            <h2>{title}</h2>
            <p>{text}</p>
          </div>
        </div>
      ))}
      <Trouble reason={trouble} />
      <Button loading={isBusy} onClick={() => run(onAgree)}>
        {start.agree}
      </Button>
      <Button variant="default" onClick={onBack}>
        {page.back}
      </Button>
    </Step>
  );
}

export function Permissions({ onNext }: { onNext: () => void }) {
  const { start } = useVoice().words;
  const { run, isBusy, trouble } = useAct();
  return (
    <Step title={start.permissions}>
      <div className={classes['part']}>
        <IconMapPin size={24} aria-hidden />
        <p>{start.location}</p>
      </div>
      <Trouble reason={trouble} />
      <Button loading={isBusy} onClick={() => run(() => bridge.openSettings('location'))}>
        {start.locationOpen}
      </Button>
      <Button variant="default" onClick={onNext}>
        {start.permissionDone}
      </Button>
      <Button variant="subtle" onClick={onNext}>
        {start.permissionLater}
      </Button>
    </Step>
  );
}

export function Done({ awaiting, onEnd }: { awaiting: boolean; onEnd: () => void }) {
  const { start } = useVoice().words;
  return (
    <Step title={start.done}>
      <div className={classes['part']}>
        <IconShieldCheck size={24} aria-hidden />
        <p>{awaiting ? start.awaiting : start.doneMore}</p>
      </div>
      <Button onClick={onEnd}>{start.doneGo}</Button>
    </Step>
  );
}
