import { z } from 'zod';
import type { FactOf } from '../../../../shared/checks/index.ts';
import { isAnswer, plistOf } from '../../macos/answers.ts';
import { plistFile, program } from '../../macos/probes.ts';
import { type Parsed, reader } from '../reader.ts';

type Fact = FactOf<'auto-login'>;

/** The password for it lies in a file of its own, which is not opened: that it is there is enough. */
export const autoLoginMacos = reader<Fact, 'loginWindow' | 'password'>({
  probes: {
    loginWindow: plistFile(
      '/Library/Preferences/com.apple.loginwindow.plist',
      'whether somebody is logged in without a password (who, is not kept)',
    ),
    password: program('/bin/ls', ['/etc/kcpassword'], 'whether a password for that is stored'),
  },
  parse({ loginWindow, password }): Parsed<Fact> {
    const settings = plistOf(
      loginWindow,
      'com.apple.loginwindow.plist',
      z.looseObject({ autoLoginUser: z.string().optional() }),
    );
    if (!isAnswer(settings)) return settings;
    const isAsked = Boolean(settings.value.autoLoginUser);
    // Without the stored password the setting is a left-over.
    const hasNone = password.outcome === 'ok' && /No such file/i.test(password.errorText ?? '');
    return { fact: { on: isAsked && !hasNone } };
  },
});
