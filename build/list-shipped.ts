import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listShipped, shippedFile } from '../agent/core/host/own.ts';

/** Writes down what the built agent consists of, so that it can tell later whether it is still whole. */
const folder = fileURLToPath(new URL('../agent/dist', import.meta.url));
const names = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== shippedFile)
  .map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(folder.length + 1)
      .replaceAll('\\', '/'),
  );
writeFileSync(join(folder, shippedFile), `${await listShipped(folder, names.sort())}\n`);
