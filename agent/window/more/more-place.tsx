import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { IconFileDownload, IconRefresh, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { Language, languageNames } from '../../../shared/words/language.ts';
import type { Look } from '../../ipc/model.ts';
import { bridge } from '../bridge.ts';
import { useModel } from '../model.ts';
import { Done, Trouble } from '../parts/outcome.tsx';
import { useGo } from '../parts/places.tsx';
import { useVoice } from '../parts/speech.tsx';
import { useAct } from '../parts/use-act.ts';

export function MorePlace() {
  const { more } = useVoice().words;
  const go = useGo();
  return (
    <>
      <h1 className="unseen">{more.title}</h1>
      <UpdateReady />
      <section className="panel">
        <Button
          variant="default"
          justify="flex-start"
          leftSection={<IconSend size={18} aria-hidden />}
          onClick={() => go('sent')}
        >
          {more.sent}
        </Button>
        <SaveLog />
      </section>
      <Preferences />
      <About />
    </>
  );
}

function Preferences() {
  const { words } = useVoice();
  const { more } = words;
  const { settings } = useModel();
  const { run, trouble } = useAct();
  const looks = [
    { value: 'light', label: more.light },
    { value: 'dark', label: more.dark },
    { value: 'system', label: more.system },
  ];
  return (
    <section className="panel">
      <NativeSelect
        label={more.language}
        value={settings.language}
        data={Language.options.map((value) => ({ value, label: languageNames[value] }))}
        onChange={(event) => run(() => bridge.setSettings({ language: Language.parse(event.currentTarget.value) }))}
      />
      <div>
        <p id="look" style={{ fontWeight: 500, fontSize: '0.875rem', marginBottom: '0.25rem' }}>
          {more.look}
        </p>
        <SegmentedControl
          fullWidth
          aria-labelledby="look"
          value={settings.look}
          data={looks}
          onChange={(value) => run(() => bridge.setSettings({ look: value as Look }))}
        />
      </div>
      <Trouble reason={trouble} />
    </section>
  );
}

function SaveLog() {
  const voice = useVoice();
  const { more } = voice.words;
  const { run, isBusy, trouble } = useAct();
  const [file, setFile] = useState<string>();
  const save = () => run(async () => setFile(await bridge.saveLog()));
  return (
    <>
      <Button
        variant="default"
        justify="flex-start"
        loading={isBusy}
        leftSection={<IconFileDownload size={18} aria-hidden />}
        onClick={save}
      >
        {more.log}
      </Button>
      <p className="dimmed">{more.logMore}</p>
      <Done>{file && voice.fill(more.logSaved, { file })}</Done>
      <Trouble reason={trouble} />
    </>
  );
}

function UpdateReady() {
  const voice = useVoice();
  const { more } = voice.words;
  const { update } = useModel();
  const { run, isBusy, trouble } = useAct();
  if (!update) return null;
  return (
    <section className="panel">
      <p>{voice.fill(more.updateReady, { version: update.version })}</p>
      <div className="row">
        <Button
          loading={isBusy}
          leftSection={<IconRefresh size={18} aria-hidden />}
          onClick={() => run(() => bridge.installUpdate())}
        >
          {more.updateNow}
        </Button>
      </div>
      <Trouble reason={trouble} />
    </section>
  );
}

function About() {
  const voice = useVoice();
  const { more } = voice.words;
  const { version, snapshot, keyProtection } = useModel();
  return (
    <section className="panel dimmed">
      <h2>{more.about}</h2>
      <p>Shiftgate · {voice.fill(more.version, { version })}</p>
      {snapshot && (
        <p>{voice.fill(more.workstation, { workstation: snapshot.workstation, console: snapshot.console.name })}</p>
      )}
      {keyProtection && (
        <p>
          {more.protection}: {keyProtection === 'keyring' ? more.keyring : more.file}
        </p>
      )}
    </section>
  );
}
