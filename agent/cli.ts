#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { statePath } from './core/host/state-place.ts';

// An agent is there all day and does little: memory counts for more than speed. What Node made of the sources is kept
// in the agent's own folder, which only its owner can write to, so that the next start is quicker and smaller.
setFlagsFromString('--optimize-for-size');
enableCompileCache(join(statePath(process.env), 'compiled'));

const { runCommandLine } = await import('./commands/program.ts');
process.exitCode = await runCommandLine();
