import { EventEmitter } from 'node:events';
import { pathToFileURL } from 'node:url';

/** Messages wait until somebody listens, as at Electron's own port. */
class ParentPort extends EventEmitter {
  readonly #early: unknown[] = [];

  constructor() {
    super();
    process.on('message', (data) => this.#take(data));
    this.on('newListener', (event) => {
      if (event === 'message') setImmediate(() => this.#catchUp());
    });
  }
  #catchUp(): void {
    for (const data of this.#early.splice(0)) this.emit('message', { data });
  }
  #take(data: unknown): void {
    if (this.listenerCount('message') > 0) this.emit('message', { data });
    else this.#early.push(data);
  }
  postMessage(message: unknown): void {
    process.send?.(message);
  }
}

// It never outlives the main process.
process.on('disconnect', () => process.exit(0));
Object.assign(process, { parentPort: new ParentPort() });
const [node = '', , path = '', ...args] = process.argv;
process.argv = [node, path, ...args];
await import(pathToFileURL(path).href);
