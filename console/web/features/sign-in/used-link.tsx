import { IconLinkOff } from '@tabler/icons-react';
import { ButtonLink } from '../../parts/links.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { SignInCard } from './sign-in-card.tsx';

/** In place of a page whose one-time link is used up; `isFirst`: the link of the first owner. */
export function UsedLink({ isFirst = false }: { isFirst?: boolean }) {
  const { first } = useVoice().words.signIn;
  return (
    <SignInCard title={first.overTitle}>
      <Notice tone="warned" icon={IconLinkOff}>
        {isFirst ? first.overFirst : first.overInvited}
      </Notice>
      <ButtonLink to="/sign-in" variant="default">
        {first.toSignIn}
      </ButtonLink>
    </SignInCard>
  );
}
