import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Gate } from '../../../console/server/gate/index.ts';
import { freePort } from '../../free-port.ts';
import { proxySecret, until } from './gate-stand.ts';

export interface Nginx {
  readonly port: number;
  readonly origin: string;
  close(): Promise<void>;
}

/** The console as nginx sees it: only what answers `/authz/…`. */
export async function startAuthorizer(gate: Gate): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => gate.answerAuthorization(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** Starts the machine's own nginx with the example that we ship, its addresses, certificate and secret put in. */
export async function startNginx(
  ports: { console: number; gate: number; crm: number },
  secret: string = proxySecret,
): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'shiftgate-nginx-'));
  const port = await freePort();
  const certificate = makeCertificate(folder);
  const example = readFileSync(new URL('../../../build/deploy/nginx/shiftgate.conf', import.meta.url), 'utf8');
  const fitted = example
    .replace('127.0.0.1:8420', `127.0.0.1:${ports.console}`)
    .replace('127.0.0.1:8421', `127.0.0.1:${ports.gate}`)
    .replace('127.0.0.1:8422', `127.0.0.1:${ports.crm}`)
    .replace('listen 443 ssl', `listen 127.0.0.1:${port} ssl`)
    .replace('$crm_host crm.example.com', `$crm_host localhost:${port}`)
    .replace('https://crm.example.com', `https://localhost:${port}`)
    .replace('/etc/ssl/certs/crm.example.com.pem', certificate.certificate)
    .replace('/etc/ssl/private/crm.example.com.key', certificate.key)
    .replaceAll("change-me-to-the-console's-proxy-secret", secret);
  writeFileSync(join(folder, 'shiftgate.conf'), fitted);
  writeFileSync(join(folder, 'nginx.conf'), mainConfiguration(folder));
  const nginx = spawn('/usr/sbin/nginx', ['-p', folder, '-c', join(folder, 'nginx.conf'), '-g', 'daemon off;']);
  let complaint = '';
  nginx.stderr.on('data', (chunk) => {
    complaint += String(chunk);
  });
  const exited = once(nginx, 'exit');
  await until(async () => {
    if (nginx.exitCode !== null) throw new Error(`nginx does not start: ${complaint}`);
    return isListening(port);
  }, 'nginx');
  return {
    port,
    origin: `https://localhost:${port}`,
    async close() {
      nginx.kill('SIGTERM');
      await exited;
      rmSync(folder, { recursive: true });
    },
  };
}

function mainConfiguration(folder: string): string {
  const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr warn;
events { worker_connections 256; }
http {
  access_log off;
  ${kinds.map((kind) => `${kind}_temp_path ${folder}/${kind};`).join('\n  ')}
  include ${folder}/shiftgate.conf;
}
`;
}

function makeCertificate(folder: string): { certificate: string; key: string } {
  const certificate = join(folder, 'certificate.pem');
  const key = join(folder, 'key.pem');
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  const about = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  execFileSync('/usr/bin/openssl', ['req', ...kind, ...about, '-keyout', key, '-out', certificate], { stdio: 'pipe' });
  return { certificate, key };
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
