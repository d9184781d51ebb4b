import type { Host } from '../host/host.ts';
import type { Watch } from './event.ts';

/** A folder in which a change of certain names means that something has to be read again. */
export interface WatchedFolder {
  readonly path: string;
  readonly names: RegExp;
  readonly why: string;
}

/**
 * Calls back with the folder once what happened in it has come to rest for `settle` milliseconds. Folders that are not
 * there are passed over.
 */
export function watchFolders<Folder extends WatchedFolder>(
  host: Pick<Host, 'watchFolder'>,
  folders: readonly Folder[],
  settle: number,
  onChange: (folder: Folder) => void,
): Watch & { readonly watched: readonly Folder[] } {
  const settled = new Map<Folder, NodeJS.Timeout>();
  const watches = folders.map((folder) => {
    const watch = host.watchFolder(folder.path, (name) => {
      if (!folder.names.test(name)) return;
      clearTimeout(settled.get(folder));
      settled.set(
        folder,
        setTimeout(() => onChange(folder), settle),
      );
    });
    return { folder, watch };
  });
  return {
    watched: watches.filter(({ watch }) => watch !== undefined).map(({ folder }) => folder),
    close() {
      for (const timer of settled.values()) clearTimeout(timer);
      for (const { watch } of watches) watch?.close();
    },
  };
}
