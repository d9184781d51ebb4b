import { Button } from '@mantine/core';
import { IconCopy, IconHeadset, IconSettings, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { bridge } from '../bridge.ts';
import { useModel } from '../model.ts';
import { Done, Trouble } from '../parts/outcome.tsx';
import { useGo } from '../parts/places.tsx';
import { useVoice } from '../parts/speech.tsx';
import { useAct } from '../parts/use-act.ts';
import { fixOf } from './fixes.ts';
import type { Row } from './rows.ts';

interface FixButtonProps {
  row: Row;
  remedy: string;
}

/** The one button that helps most with this. */
export function FixButton({ row, remedy }: FixButtonProps) {
  const { os } = useModel();
  const fix = fixOf(row, os);
  switch (fix.kind) {
    case 'settings':
      return <SettingsButton page={fix.page} />;
    case 'close':
      return <CloseButton names={String(row.params['names'] ?? '')} />;
    case 'steps':
      return <CopyButton steps={remedy} />;
    case 'helpdesk':
      return <HelpdeskButton />;
  }
}

function SettingsButton({ page }: { page: Extract<ReturnType<typeof fixOf>, { kind: 'settings' }>['page'] }) {
  const voice = useVoice();
  const { run, isBusy, trouble } = useAct();
  return (
    <>
      <Button
        loading={isBusy}
        leftSection={<IconSettings size={18} aria-hidden />}
        onClick={() => run(() => bridge.openSettings(page))}
      >
        {voice.fill(voice.words.fix.openSettings, { page: voice.words.settings[page] })}
      </Button>
      <Trouble reason={trouble} />
    </>
  );
}

/** The button that was pressed is gone; its successor takes the focus. */
const focus = (button: HTMLButtonElement | null) => button?.focus();

/** Unsaved work would be lost, so the program is closed only after a second press. */
function CloseButton({ names }: { names: string }) {
  const voice = useVoice();
  const { fix, page } = voice.words;
  const [asks, setAsks] = useState(false);
  const { run, isBusy, trouble } = useAct();
  if (!asks) {
    return (
      <Button leftSection={<IconX size={18} aria-hidden />} onClick={() => setAsks(true)}>
        {voice.fill(fix.closeProgram, { names })}
      </Button>
    );
  }
  const close = () =>
    run(async () => {
      await bridge.closeProgram(names);
      setAsks(false);
    });
  return (
    <fieldset className="ask">
      <legend>{voice.fill(fix.closeTitle, { names })}</legend>
      <p>{fix.closeMore}</p>
      <div className="row">
        <Button ref={focus} color="red.9" loading={isBusy} onClick={close}>
          {fix.closeYes}
        </Button>
        <Button variant="default" onClick={() => setAsks(false)}>
          {page.cancel}
        </Button>
      </div>
      <Trouble reason={trouble} />
    </fieldset>
  );
}

function CopyButton({ steps }: { steps: string }) {
  const { words } = useVoice();
  const { run, trouble } = useAct();
  const [copied, setCopied] = useState(false);
  const copy = async () => setCopied(await run(() => bridge.copy(steps)));
  return (
    <>
      <Button leftSection={<IconCopy size={18} aria-hidden />} onClick={copy}>
        {words.fix.copySteps}
      </Button>
      <Done>{copied && words.fix.copied}</Done>
      <Trouble reason={trouble} />
    </>
  );
}

function HelpdeskButton() {
  const { words } = useVoice();
  const go = useGo();
  return (
    <Button leftSection={<IconHeadset size={18} aria-hidden />} onClick={() => go('help')}>
      {words.fix.askHelpdesk}
    </Button>
  );
}
