import type { FastifyInstance } from 'fastify';
import { consoleRoutes as routes } from '../../../../shared/protocol/console-routes.ts';
import { perMinute, serve } from '../../http/serve.ts';
import { sessionOf } from '../../http/who.ts';
import type { AccountService } from './account.ts';
import { pageOf } from './routes.ts';

export interface AccountRouteDeps {
  readonly account: AccountService;
  publicUrl(): string;
}

export function accountRoutes(app: FastifyInstance, deps: AccountRouteDeps): void {
  const { account } = deps;
  const guessLimit = perMinute(10);
  serve(app, routes.account, ({ request }) => account.describe(sessionOf(request)));
  serve(
    app,
    routes.changePassword,
    async ({ body, request }) => {
      await account.changePassword(sessionOf(request), body);
      return {};
    },
    guessLimit,
  );
  serve(app, routes.startTotp, ({ request }) => account.startTotp(sessionOf(request)));
  serve(app, routes.confirmTotp, ({ body, request }) => account.confirmTotp(sessionOf(request), body.code), guessLimit);
  serve(app, routes.removeTotp, async ({ request }) => {
    await account.removeTotp(sessionOf(request));
    return {};
  });
  serve(app, routes.startPasskey, ({ request }) => account.startPasskey(sessionOf(request), pageOf(request, deps)));
  serve(app, routes.addPasskey, ({ body, request }) => account.addPasskey(sessionOf(request), body));
  serve(app, routes.removePasskey, async ({ params, request }) => {
    await account.removePasskey(sessionOf(request), params.id);
    return {};
  });
}
