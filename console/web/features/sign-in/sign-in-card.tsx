import { Center, Group, Image, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface SignInCardProps {
  title: string;
  about?: string;
  children: ReactNode;
}

/** The frame of the screens that are shown to people who are not signed in. */
export function SignInCard({ title, about, children }: SignInCardProps) {
  return (
    <Center component="main" mih="100vh" p="md">
      <title>{`${title} · Shiftgate`}</title>
      <Stack w="100%" maw={420} gap="lg">
        <Group gap="sm" justify="center">
          <Image src="/shiftgate.svg" alt="" w={34} h={34} />
          <Text fw={700} size="xl">
            Shiftgate
          </Text>
        </Group>
        <Paper p="xl" radius="lg" shadow="sm">
          <Stack>
            <div>
              <Title order={1} size="h3">
                {title}
              </Title>
              {about && (
                <Text c="dimmed" size="sm" mt={4}>
                  {about}
                </Text>
              )}
            </div>
            {children}
          </Stack>
        </Paper>
      </Stack>
    </Center>
  );
}
