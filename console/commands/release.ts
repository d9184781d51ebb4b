import { Command, InvalidArgumentError } from 'commander';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import { openApi } from './api.ts';
import { readHome } from './settings.ts';

/** `shiftgate release`: which version of the agent the workstations get. */
export function releaseCommand(): Command {
  const release = new Command('release').description(
    'Versions of the agent: a folder each below "updates" in the data folder, with what the packager made',
  );
  release
    .command('list')
    .description('Every version, the newest first')
    .action(async () => {
      const { rows } = await openApi(readHome()).call(consoleRoutes.releases, {});
      for (const { version, state, percent, files } of rows)
        console.log(`${version}  ${state}${state === 'offered' ? ` to ${percent} %` : ''}  ${files.length} files`);
      if (rows.length === 0) console.log('There is no version in the data folder.');
    });
  release
    .command('offer')
    .argument('<version>')
    .description('Give it to the workstations; they install it at the end of a session or on request')
    .option('--percent <share>', 'to this share of them', readPercent, 100)
    .action((version: string, { percent }: { percent: number }) => set(version, 'offered', percent));
  for (const [name, state, description] of [
    ['hold', 'held', 'Give it to nobody for now; who has fetched it does not install it'],
    ['withdraw', 'withdrawn', 'Give it to nobody any more'],
  ] as const) {
    release
      .command(name)
      .argument('<version>')
      .description(description)
      .action((version: string) => set(version, state, 100));
  }
  return release;
}

async function set(version: string, state: 'offered' | 'held' | 'withdrawn', percent: number): Promise<void> {
  await openApi(readHome()).call(consoleRoutes.setRelease, { params: { version }, body: { state, percent } });
  console.log(`${version} is ${state}${state === 'offered' ? ` to ${percent} % of the workstations` : ''}.`);
}

function readPercent(text: string): number {
  const share = Number(text);
  if (!Number.isInteger(share) || share < 1 || share > 100)
    throw new InvalidArgumentError('Write a number from 1 to 100.');
  return share;
}
