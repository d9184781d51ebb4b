import { Button, Code, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { WorkstationInQueue } from '../../../../shared/protocol/policy-views.ts';
import { TextLink } from '../../parts/links.tsx';
import { Panel } from '../../parts/page.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { At } from '../../parts/time.tsx';

/** Rows before somebody asks for more. */
const few = 10;

/** Keys that let nobody in any more: whose, since when, by whom and why; the latest first. */
export function RevokedKeys({ rows }: { rows: readonly WorkstationInQueue[] }) {
  const voice = useVoice();
  const { revoked: words } = voice.words.programs;
  const [isWhole, whole] = useDisclosure(false);
  if (rows.length === 0) return null;
  const all = (
    <TextLink to="/workstations" search={{ enrolment: 'revoked' }}>
      {voice.count(voice.words.frame.terms.workstations, rows.length)}
    </TextLink>
  );
  return (
    <Panel title={words.title} aside={all}>
      <Text size="sm" mb="xs">
        {words.about}
      </Text>
      <table className="table table-flush">
        <thead>
          <tr>
            <th>{words.pc}</th>
            <th className="mantine-visible-from-lg">{words.key}</th>
            <th>{words.when}</th>
            <th className="mantine-visible-from-sm">{words.why}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, isWhole ? rows.length : few).map((row) => (
            <RevokedRow key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      {rows.length > few && !isWhole && (
        <Button variant="default" size="xs" mt="sm" onClick={whole.open}>
          {voice.count(words.showAll, rows.length)}
        </Button>
      )}
    </Panel>
  );
}

function RevokedRow({ row }: { row: WorkstationInQueue }) {
  const voice = useVoice();
  const { revoked: words } = voice.words.programs;
  const { id, hostName, person, key, changed, refused } = row;
  const reason = changed && voice.fill(words.reason, { reason: changed.reason });
  return (
    <tr>
      <td>
        <TextLink to="/workstations/$id" params={{ id }}>
          {hostName}
        </TextLink>
        {person && <Text size="sm">{person}</Text>}
        <Text size="sm" hiddenFrom="sm">
          {reason}
        </Text>
      </td>
      <td className="mantine-visible-from-lg">{key && <Code style={{ overflowWrap: 'anywhere' }}>{key}</Code>}</td>
      <td>
        {refused ? words.refused : words.revoked}
        {changed && (
          <Text size="xs" c="dimmed" component="div">
            <At at={changed.at} />
            {changed.by && ` · ${voice.actor(changed.by)}`}
          </Text>
        )}
      </td>
      <td className="mantine-visible-from-sm">{reason ?? '–'}</td>
    </tr>
  );
}
