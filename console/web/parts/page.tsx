import { Group, Stack, Text, Title } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';

interface PageProps {
  title: string;
  /** Title of the browser's tab, where it says more than the heading. */
  tab?: string;
  /** What the page is for, in one line. */
  about?: ReactNode;
  /** Beside the heading. */
  badges?: ReactNode;
  /** Buttons of the page, at the right. */
  actions?: ReactNode;
  children: ReactNode;
}

/** Heading, actions and content of one screen. */
export function Page({ title, tab = title, about, badges, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { history } = useRouter();
  useEffect(() => {
    // After a step inside the page, a screen reader continues at the new heading; a field that took the focus keeps it.
    const isTyping = document.activeElement instanceof HTMLInputElement;
    if (history.canGoBack() && !isTyping) heading.current?.focus({ preventScroll: true });
  }, [history]);
  return (
    <Stack gap="lg">
      <title>{`${tab} · Shiftgate`}</title>
      <Group justify="space-between" align="flex-start" gap="md">
        <Stack gap={4} flex="1 1 22rem" miw={0}>
          <Group gap="sm">
            <Title order={1} size="h2" ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
              {title}
            </Title>
            {badges}
          </Group>
          {about && (
            <Text c="dimmed" size="sm" component="div">
              {about}
            </Text>
          )}
        </Stack>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}

interface PanelProps {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}

/** One titled part of a screen. */
export function Panel({ title, aside, children }: PanelProps) {
  return (
    <section className="panel" aria-label={title}>
      <Group justify="space-between" mb="sm" gap="xs">
        <Title order={2} size="h4">
          {title}
        </Title>
        {aside}
      </Group>
      {children}
    </section>
  );
}
