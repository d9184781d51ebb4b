import { Button, type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core';
import {
  IconChevronDown,
  IconDevices,
  IconKeyboard,
  IconLogout,
  IconUserCircle,
  IconUserCog,
} from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { consoleRoutes } from '../../../shared/protocol/console-routes.ts';
import { languageNames } from '../../../shared/words/language.ts';
import { sessionQuery } from '../features/sign-in/session.ts';
import { useSpeech } from '../parts/speech.tsx';
import { useToast } from '../parts/toast.tsx';
import { useCall } from '../parts/use-call.ts';
import { type ConsoleLanguage, consoleLanguages } from '../words/languages.ts';
import classes from './shell.module.css';

const schemes = [
  { value: 'auto', label: 'asSystem' },
  { value: 'light', label: 'light' },
  { value: 'dark', label: 'dark' },
] as const;

export function AccountMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const { data } = useQuery(sessionQuery);
  const name = data?.name ?? '';
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { voice, choose } = useSpeech();
  const { account } = voice.words.frame;
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end" width={230} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          px="xs"
          leftSection={<IconUserCircle size={20} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={voice.fill(account.of, { name })}
        >
          <span className={classes['account']}>{name}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{account.look}</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(value as MantineColorScheme)}>
          {schemes.map(({ value, label }) => (
            <Menu.RadioItem key={value} value={value}>
              {account[label]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Label>{account.language}</Menu.Label>
        <Menu.RadioGroup value={voice.language} onChange={(value) => choose(value as ConsoleLanguage)}>
          {consoleLanguages.map((language) => (
            <Menu.RadioItem key={language} value={language} lang={language}>
              {languageNames[language]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item component={Link} to="/account" leftSection={<IconUserCog size={16} aria-hidden />}>
          {account.account}
        </Menu.Item>
        <Menu.Item component={Link} to="/sessions" leftSection={<IconDevices size={16} aria-hidden />}>
          {account.sessions}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden />} onClick={onShortcuts}>
          {account.shortcuts}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={signOut}>
          {account.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function useSignOut() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  const { mutate } = useCall(consoleRoutes.signOut);
  return () =>
    mutate(
      {},
      {
        onError: toast.failed,
        onSuccess: async () => {
          await navigate({ to: '/sign-in' });
          client.clear();
        },
      },
    );
}
