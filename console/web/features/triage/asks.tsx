import type { RequestView } from '../../../../shared/protocol/case-views.ts';
import { Phrase, useVoice } from '../../parts/speech.tsx';

/** What somebody asks for, and in which words. */
export function Asks({ asks, text }: Pick<RequestView, 'asks' | 'text'>) {
  const { asks: words } = useVoice().words.triage;
  return <Phrase text={words.said} with={{ asks: <strong>{words[asks]}</strong>, text: text || words.nothingSaid }} />;
}
