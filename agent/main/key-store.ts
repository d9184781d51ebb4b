import { safeStorage } from 'electron';
import type { Secrets, StateFolder } from '../core/host/state-folder.ts';
import { type Logger, reasonOf } from '../core/log.ts';

/** The agent's secrets, and how well they are kept. */
export interface KeyStore extends Secrets {
  protection(): Promise<'keyring' | 'file'>;
}

const sealedName = (name: string) => `${name}.sealed`;

/** Keeps secrets sealed by the system's key store, or as files where there is none, and says which. */
export function openKeyStore(folder: StateFolder, log: Logger): KeyStore {
  let available: Promise<boolean> | undefined;
  const isAvailable = () => {
    available ??= hasKeyStore(log);
    return available;
  };

  async function seal(name: string, value: string): Promise<void> {
    const sealed = await safeStorage.encryptStringAsync(value);
    folder.write(sealedName(name), sealed.toString('base64'));
    folder.remove(name);
  }

  async function open(name: string, sealed: string): Promise<string> {
    const opened = await safeStorage.decryptStringAsync(Buffer.from(sealed, 'base64')).catch((cause: unknown) => {
      throw new Error(`The key store of this system does not open ${name}: ${reasonOf(cause)}`, { cause });
    });
    if (opened.shouldReEncrypt) await seal(name, opened.result);
    return opened.result;
  }

  return {
    protection: async () => ((await isAvailable()) ? 'keyring' : 'file'),
    async read(name) {
      // A plain file is newer than a sealed one: it was written where there was no key store, or by the command line.
      const plain = folder.read(name);
      if (plain !== undefined) {
        if (await isAvailable()) await seal(name, plain);
        return plain;
      }
      const sealed = folder.read(sealedName(name));
      return sealed === undefined ? undefined : open(name, sealed);
    },
    async write(name, value) {
      if (await isAvailable()) return seal(name, value);
      folder.write(name, value);
    },
  };
}

/** On Linux, Electron would also seal with a key that everybody knows: that is no protection, and so not called one. */
const known: readonly string[] = ['basic_text', 'unknown'];

async function hasKeyStore(log: Logger): Promise<boolean> {
  try {
    const backend = 'getSelectedStorageBackend' in safeStorage ? safeStorage.getSelectedStorageBackend() : undefined;
    const isKnown = backend !== undefined && known.includes(backend);
    const found = !isKnown && (await safeStorage.isAsyncEncryptionAvailable());
    log.info(found ? 'Secrets are kept in the key store.' : 'There is no key store; secrets are files.', { backend });
    return found;
  } catch (error) {
    log.warn('The key store cannot be asked; secrets are files.', { reason: reasonOf(error) });
    return false;
  }
}
