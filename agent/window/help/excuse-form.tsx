import { Checkbox, Radio } from '@mantine/core';
import { useState } from 'react';
import { CheckId } from '../../../shared/checks/index.ts';
import { bridge } from '../bridge.ts';
import { useVoice } from '../parts/speech.tsx';
import type { Rows } from '../today/rows.ts';
import { WriteForm } from './write-form.tsx';

type Length = 'hour' | 'day' | 'tomorrow';
const lengths: readonly Length[] = ['hour', 'day', 'tomorrow'];
const shortestReason = 3;

/** Asks helpdesk for more time: for which checks, until when, and why. */
export function ExcuseForm({ rows, sent }: { rows: Rows; sent: string }) {
  const voice = useVoice();
  const { help } = voice.words;
  const [openedAt] = useState(() => new Date());
  const offered = checksIn(rows);
  const [chosen, setChosen] = useState<CheckId[]>(() => checksIn(rows).slice(0, 1));
  const [length, setLength] = useState<Length>('hour');
  const labels = { hour: help.excuseHour, day: help.excuseDay, tomorrow: help.excuseTomorrow };
  const ask = (text: string) =>
    bridge.askHelp({ asks: 'excuse', checks: chosen, until: endOf(length, openedAt).toISOString(), text });
  return (
    <WriteForm
      label={help.excuseReason}
      send={help.send}
      sent={sent}
      shortest={shortestReason}
      incomplete={chosen.length === 0}
      onSend={ask}
    >
      <Checkbox.Group
        label={help.excuseChecks}
        value={chosen}
        onChange={(values) => setChosen(CheckId.options.filter((id) => values.includes(id)))}
      >
        <div className="choices">
          {offered.map((id) => (
            <Checkbox key={id} value={id} label={voice.title(id)} />
          ))}
        </div>
      </Checkbox.Group>
      <Radio.Group label={help.excuseUntil} value={length} onChange={(value) => setLength(value as Length)}>
        <div className="choices">
          {lengths.map((one) => (
            <Radio key={one} value={one} label={voice.fill(labels[one], { time: clockOf(one) })} />
          ))}
        </div>
      </Radio.Group>
    </WriteForm>
  );

  function clockOf(one: Length): string {
    return voice.clock(endOf(one, openedAt).getTime(), openedAt.getTime());
  }
}

/** What troubles this PC comes first; the rest is left out, for there is nothing to excuse. */
function checksIn({ toFix, advice, unknown }: Rows): CheckId[] {
  const causes = new Set<string>([...toFix, ...advice, ...unknown].map(({ cause }) => cause));
  return CheckId.options.filter((id) => causes.has(id));
}

function endOf(length: Length, from: Date): Date {
  if (length === 'hour') return new Date(from.getTime() + 3_600_000);
  const days = length === 'day' ? 0 : 1;
  return new Date(from.getFullYear(), from.getMonth(), from.getDate() + days, 23, 59);
}
