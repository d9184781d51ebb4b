import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Files of the project as git sees them, the new ones included, relative to the root. */
export function files(pattern: RegExp = /./): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  });
  return listed.split('\0').filter((file) => file !== '' && pattern.test(file));
}

export function textOf(file: string): string {
  return readFileSync(`${root}${file}`, 'utf8');
}

const specifier =
  /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g;

/** What a file imports: paths from the root for the project's own files, `node:…` and package names for the rest. */
export function importsOf(file: string): string[] {
  const names = [...textOf(file).matchAll(specifier)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
  return names.map((name) => {
    if (name.startsWith('.')) return new URL(name, `file:///${file}`).pathname.slice(1);
    if (name.startsWith('node:')) return name;
    return name
      .split('/')
      .slice(0, name.startsWith('@') ? 2 : 1)
      .join('/');
  });
}
