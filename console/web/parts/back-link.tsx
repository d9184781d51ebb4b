import { Group } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { TextLink } from './links.tsx';

/** Up to the list that a page belongs to. */
export function BackLink({ to, children }: { to: '/workstations' | '/programs'; children: string }) {
  return (
    <TextLink to={to}>
      <Group component="span" gap={4}>
        <IconArrowLeft size={15} aria-hidden />
        {children}
      </Group>
    </TextLink>
  );
}
