import { describe, expect, it } from 'vitest';
import { readers } from '../../agent/core/checks/index.ts';
import { CheckId } from '../../shared/checks/index.ts';
import { errors } from '../../shared/protocol/errors.ts';
import { files, textOf } from './tree.ts';

const folderNames = (pattern: RegExp) =>
  [...new Set(files(pattern).map((file) => pattern.exec(file)?.[1] ?? ''))].sort();

/** Folders at the top; a new one is a reviewed word here, and one that a program left behind is found. */
const rooms = ['.ci', '.github', 'agent', 'build', 'console', 'docs', 'shared', 'test'];

describe('the house', () => {
  it('has the rooms that it should have, and no other', () => {
    expect(folderNames(/^([^/]+)\//)).toEqual(rooms);
  });

  it('file and folder names are kebab-case', () => {
    const odd = files(/^(shared|agent|console|test)\//).filter((file) =>
      file.split('/').some((part) => !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9-]+)*$/.test(part)),
    );
    expect(odd).toEqual([]);
  });

  it('no folder or file is a drawer for everything', () => {
    expect(files(/(?:^|\/)(?:utils?|helpers?|common|types|misc|lib)(?:\/|\.tsx?$)/)).toEqual([]);
  });

  it('the registry of checks and the files of the checks agree', () => {
    const odd = ['define', 'index', 'catalogue', 'end-of-life', 'versions'];
    const defined = folderNames(/^shared\/checks\/([a-z-]+)\.ts$/).filter((name) => !odd.includes(name));
    expect(defined).toEqual([...CheckId.options].sort());
  });

  it('every check with a reader has a folder of readers, and there is no other', () => {
    const read = CheckId.options.filter((id) => Object.values(readers[id]).some((one) => one !== 'unsupported'));
    expect(folderNames(/^agent\/core\/checks\/([a-z-]+)\/[a-z-]+\.ts$/)).toEqual(read.sort());
  });

  it('every reader has transcripts', () => {
    for (const file of files(/^agent\/core\/checks\/[a-z-]+\/(?:linux|windows|macos)\.ts$/)) {
      const [, , , check, os] = file.replace('.ts', '').split('/');
      const kept = files(/\.json$/).filter((name) => name.startsWith(`test/agent/checks/${check}/${os}/`));
      expect({ file, enough: kept.length >= 3 }).toEqual({ file, enough: true });
    }
  });

  it('every refusal in the code is a known one', () => {
    const used = files(/^console\/server\/.*\.ts$/).flatMap((file) =>
      [...textOf(file).matchAll(/new Refusal\(\s*'([a-z-]+)'/g)].map((match) => match[1] ?? ''),
    );
    expect(used.filter((code) => !(code in errors))).toEqual([]);
  });

  it('nothing of a workplace is left in the project', () => {
    const text = files(/\.(?:ts|tsx|md|json|yaml|yml|conf|html|css|js)$|\.ci\/run$/).filter(
      (file) => file !== 'package-lock.json' && !file.startsWith('test/repo/'),
    );
    expect(
      text.filter((file) => /https?:\/\/registry\.|\/work\/|\/tmp\/shots|shiftgate-plan/.test(textOf(file))),
    ).toEqual([]);
  });
});
