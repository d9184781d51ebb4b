import type { FastifyInstance } from 'fastify';
import { consoleRoutes as routes } from '../../../../shared/protocol/console-routes.ts';
import { serve } from '../../http/serve.ts';
import { operatorOf, refuseLimited } from '../../http/who.ts';
import type { Sessions } from '../sign-in/sessions.ts';
import type { ConsoleSettings } from '../sign-in/settings.ts';
import { redirectUri, type SingleSignOnService } from '../sign-in/single-sign-on.ts';
import type { OperatorService } from './service.ts';

export interface OperatorRouteDeps {
  readonly operators: OperatorService;
  readonly sessions: Sessions;
  readonly settings: ConsoleSettings;
  readonly singleSignOn: SingleSignOnService;
  publicUrl(): string;
}

/** The link with which somebody chooses a password. */
function linkOf({ token, expiresAt }: { token: string; expiresAt: string }, { publicUrl }: OperatorRouteDeps) {
  return { link: `${publicUrl()}/invited?token=${token}`, expiresAt };
}

export function operatorRoutes(app: FastifyInstance, deps: OperatorRouteDeps): void {
  const { operators, settings, sessions, singleSignOn } = deps;
  serve(app, routes.operators, async () => ({ rows: await operators.list(), rules: settings.rules }));
  serve(app, routes.invite, async ({ body: { name, ...rights }, request }) =>
    linkOf(await operators.invite(name, rights, administrator(request)), deps),
  );
  serve(app, routes.changeOperator, async ({ params, body, request }) => {
    await operators.change(params.name, body, administrator(request));
    return {};
  });
  serve(app, routes.resetOperator, async ({ params, request }) =>
    linkOf(await operators.reset(params.name, administrator(request)), deps),
  );
  serve(app, routes.allSessions, async ({ request }) => {
    const { name, programs, session } = operatorOf(request);
    return { rows: await sessions.list(programs && name, session?.id) };
  });
  serve(app, routes.setRules, async ({ body, request }) => {
    await operators.setRules(body, administrator(request));
    return {};
  });
  serve(app, routes.singleSignOn, () => {
    const { sealedSecret: _secret, ...shown } = settings.singleSignOn ?? {};
    return {
      ...(settings.singleSignOn && { settings: shown as Omit<typeof settings.singleSignOn, 'sealedSecret'> }),
      redirectUri: redirectUri(deps.publicUrl()),
    };
  });
  serve(app, routes.setSingleSignOn, async ({ body, request }) => {
    await singleSignOn.change(body, administrator(request));
    return {};
  });
  serve(app, routes.removeSingleSignOn, async ({ request }) => {
    await singleSignOn.remove(administrator(request));
    return {};
  });
  tokenRoutes(app, deps);
}

function tokenRoutes(app: FastifyInstance, { operators }: OperatorRouteDeps): void {
  serve(app, routes.tokens, async () => ({ rows: await operators.listTokens() }));
  serve(app, routes.makeToken, ({ body, request }) => operators.makeToken(body, administrator(request)));
  serve(app, routes.revokeToken, async ({ params, request }) => {
    await operators.revokeToken(params.id, administrator(request));
    return {};
  });
}

/** An owner of some programs only cannot hand out rights over all of them. */
function administrator(request: Parameters<typeof operatorOf>[0]): string {
  const operator = operatorOf(request);
  refuseLimited(operator);
  return operator.name;
}
