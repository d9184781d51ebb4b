/** Messages that arrive by events, read by a loop. After `end` the loop gets what is left and then the reason. */
export class MessageQueue<Message> implements AsyncIterable<Message> {
  readonly #waiting: Message[] = [];
  #ended: Error | undefined;
  #wake: (() => void) | undefined;

  push(message: Message): void {
    this.#waiting.push(message);
    this.#wake?.();
  }

  /** Only the first reason counts. */
  end(reason: Error): void {
    this.#ended ??= reason;
    this.#wake?.();
  }

  /** The next message; throws the reason once there are none left and none will come. */
  async next(): Promise<Message> {
    while (this.#waiting.length === 0) {
      if (this.#ended) throw this.#ended;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.#waiting.shift() as Message;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Message> {
    while (true) yield await this.next();
  }
}
