import { Button, Group, Text } from '@mantine/core';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { CodeView } from '../../../../shared/protocol/policy-views.ts';
import { keys } from '../../keys.ts';
import { Panel } from '../../parts/page.tsx';
import { Phrase, useVoice } from '../../parts/speech.tsx';
import { Ago, Until } from '../../parts/time.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { useMay } from '../sign-in/use-may.ts';
import { useProgramName } from './use-program-name.ts';

/** Codes that still let somebody in. */
export function Codes({ rows }: { rows: readonly CodeView[] }) {
  const voice = useVoice();
  const { codes: words } = voice.words.programs;
  const nameOf = useProgramName();
  const toast = useToast();
  const revoke = useCall(consoleRoutes.revokeCode, [keys.codes, keys.audit]);
  const onSuccess = () => toast.done(words.revoked);
  const mayRevoke = useMay(consoleRoutes.revokeCode);
  if (rows.length === 0) return null;
  return (
    <Panel title={words.title}>
      <table className="table table-flush">
        <thead>
          <tr>
            <th>{words.for}</th>
            <th>{words.left}</th>
            <th className="mantine-visible-from-sm">{words.madeBy}</th>
            <th className="mantine-visible-from-sm">{words.until}</th>
            <th>
              <span className="unseen">{words.action}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, program, person, usesLeft, approval, madeBy, madeAt, expiresAt }) => (
            <tr key={id}>
              <td>
                {nameOf(program)}
                <Text size="sm">{person ?? words.anybody}</Text>
              </td>
              <td>
                {voice.count(words.pcs, usesLeft)}
                {approval && <Text size="xs">{words.waits}</Text>}
              </td>
              <td className="mantine-visible-from-sm">
                <Phrase text={words.madeByAt} with={{ name: voice.actor(madeBy), time: <Ago at={madeAt} /> }} />
              </td>
              <td className="mantine-visible-from-sm">
                <Until at={expiresAt} />
              </td>
              <td>
                <Group justify="flex-end">
                  {mayRevoke && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={voice.fill(words.revokeFor, { name: person ?? nameOf(program) })}
                      onClick={() => revoke.mutate({ params: { id } }, { onSuccess, onError: toast.failed })}
                    >
                      {words.revoke}
                    </Button>
                  )}
                </Group>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
