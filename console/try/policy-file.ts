import { copyFileSync, existsSync, readFileSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

const starter = new URL('../starter/policy.yaml', import.meta.url);

/** How long a file must be quiet before it is read: editors write in several steps. */
const quiet = 100;

/** The policy file that a person edits while the console runs. It is made from the starter policy where there is none. */
export function openPolicyFile(file: string): {
  read(): string;
  onChange(listener: (text: string) => void): () => void;
} {
  if (!existsSync(file)) copyFileSync(starter, file);
  const read = () => readFileSync(file, 'utf8');
  return {
    read,
    onChange(listener) {
      let last = read();
      let timer: NodeJS.Timeout | undefined;
      const look = () => {
        // Between two steps of an editor the file may be gone; the next step tells again.
        if (!existsSync(file)) return;
        const text = read();
        if (text === last) return;
        last = text;
        listener(text);
      };
      // The folder is watched, since many editors put a new file in the place of the old one.
      const watcher = watch(dirname(file), (_event, name) => {
        if (name !== basename(file)) return;
        clearTimeout(timer);
        timer = setTimeout(look, quiet);
      });
      return () => {
        clearTimeout(timer);
        watcher.close();
      };
    },
  };
}
