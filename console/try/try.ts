import { mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import type { Latency } from '../../shared/protocol/views.ts';
import { type Api, ApiError, openApi } from '../commands/api.ts';
import { startConsole } from '../server/start.ts';
import { type Child, runProgram, startChild } from './children.ts';
import { narrator } from './narrator.ts';
import { openPolicyFile } from './policy-file.ts';

const program = 'sample';
const agent = 'agent/cli.ts';

export interface TryOptions {
  readonly home: string;
  /** Port of the console; the gate takes the next one, the sample CRM the one after it. */
  readonly port: number;
  say(line: string): void;
}

/** The whole product on this machine: console, gate, sample CRM and this machine's own agent. */
export interface RunningTry {
  /** Prints a fresh link into the CRM. */
  openCrm(): Promise<void>;
  close(): Promise<void>;
}

export async function startTry(options: TryOptions): Promise<RunningTry> {
  const { home, port, say } = options;
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const closing: (() => unknown)[] = [];
  const close = async () => {
    for (const end of closing.splice(0).reverse()) await end();
  };
  try {
    const publicUrl = `http://localhost:${port}`;
    const running = await startConsole({ home, port, publicUrl, ticketLifetime: 600 });
    closing.push(() => running.close());
    closing.push(startSampleCrm(options).close);
    const api = openApi(home);
    const policy = await publishProgram(api, options);
    closing.push(policy.onChange((text) => void publishPolicy(api, text, say)));
    const env = { SHIFTGATE_AGENT_HOME: join(home, 'agent') };
    const workstation = await enrol(api, env, say);
    const listening = new AbortController();
    closing.push(() => listening.abort());
    if (running.signInLink) say(`  Sign in  ${running.signInLink}`);
    else say(`  Console  ${running.url}`);
    const openCrm = async () =>
      say(`  CRM      ${(await runProgram(agent, ['open', program, '--print'], env)).trim()}`);
    await openCrm();
    say(`  Policy   ${join(home, 'policy.yaml')}`);
    say('');
    void narrate(api, workstation, { say, signal: listening.signal });
    closing.push(startAgent(env, say).close);
    return { openCrm, close };
  } catch (cause) {
    await close();
    throw cause;
  }
}

function startSampleCrm({ port, say }: TryOptions): Child {
  const onDeath = () => say('The sample CRM ended by itself and is started again.');
  return startChild({ program: 'console/sample-crm/main.ts', args: [String(port + 2)], onDeath });
}

function startAgent(env: NodeJS.ProcessEnv, say: (line: string) => void): Child {
  const onDeath = () => say('The agent ended by itself and is started again.');
  return startChild({ program: agent, args: ['run'], env, onDeath });
}

async function publishProgram(api: Api, { home, port, say }: TryOptions) {
  const policy = openPolicyFile(join(home, 'policy.yaml'));
  const upstream = `http://127.0.0.1:${port + 2}`;
  const origins = ['localhost', '127.0.0.1'].map((host) => ({ origin: `http://${host}:${port + 1}`, upstream }));
  await api.call(consoleRoutes.putProgram, { params: { id: program }, body: { name: 'Baobab Telecom', origins } });
  const { text } = await api.call(consoleRoutes.policy, { params: { id: program } });
  if (text !== policy.read()) await publishPolicy(api, policy.read(), say);
  return policy;
}

async function publishPolicy(api: Api, text: string, say: (line: string) => void): Promise<void> {
  try {
    const { version } = await api.call(consoleRoutes.putPolicy, {
      params: { id: program },
      body: { text, note: 'policy.yaml' },
    });
    say(`Policy version ${version} is in force.`);
  } catch (cause) {
    const problems = cause instanceof ApiError ? cause.problems : [];
    say(`The policy was not taken; the version before stays in force. ${problems.length === 0 ? String(cause) : ''}`);
    for (const { line, field, message, remedy } of problems) say(`  line ${line}, ${field}: ${message} ${remedy}`);
  }
}

/** Enrols this machine by a real code through the real enrolment, once; returns its workstation id. */
async function enrol(api: Api, env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<string> {
  const known = await api.call(consoleRoutes.workstations, { query: { program } });
  const own = known.rows.find((row) => row.enrolment === 'active');
  if (own) return own.id;
  const person = userInfo().username;
  const { link } = await api.call(consoleRoutes.createCode, { body: { program, person, validFor: 600 } });
  await runProgram(agent, ['enrol', link], env);
  const { rows } = await api.call(consoleRoutes.workstations, { query: { program } });
  const [enrolled] = rows;
  if (!enrolled) throw new Error('The agent was enrolled, but the console does not list it.');
  say(`Enrolled this machine as ${enrolled.hostName} for ${person}.`);
  return enrolled.id;
}

/** Prints a line for each change of access or posture of one workstation. */
async function narrate(api: Api, workstation: string, { say, signal }: Narration): Promise<void> {
  const news = narrator(program);
  const tell = async (latency?: Latency) => {
    const detail = await api.call(consoleRoutes.workstation, { params: { id: workstation } });
    for (const line of news(detail, latency)) say(line);
  };
  try {
    for await (const event of api.events(signal)) {
      if (event.type !== 'program' && event.workstation === workstation)
        await tell(event.type === 'access' ? event.latency : undefined);
    }
  } catch (cause) {
    if (!signal.aborted) say(`No more live news from the console: ${String(cause)}`);
  }
}

interface Narration {
  say(line: string): void;
  readonly signal: AbortSignal;
}
