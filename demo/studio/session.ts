import type { Answers, FromWorker, Question, Trouble } from './messages.js';

/** What the worker, or its absence, has to say of what went wrong. */
export class SessionError extends Error {
  readonly of: Trouble['of'];
  constructor({ error, of }: Trouble) {
    super(error);
    this.name = 'SessionError';
    this.of = of;
  }
}

/** Hears how far a stage has come, 0 to 1. */
export type Heard = (stage: string, share: number) => void;

interface Waiting {
  resolve: (answer: never) => void;
  reject: (error: SessionError) => void;
  heard: Heard | undefined;
}

/**
 * One shop in a worker of its own. Every question is answered or fails with a sentence: a worker
 * that dies, or never comes to life, fails all that wait.
 */
export class Session {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #dead: SessionError | undefined;

  /** `address` of the worker's script. Throws a SessionError where there are no workers. */
  constructor(address: URL) {
    try {
      this.#worker = new Worker(address, { type: 'module' });
    } catch {
      throw new SessionError({
        error: 'this browser runs no worker for this page, and without one it cannot train',
        of: 'call',
      });
    }
    this.#worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#hear(data);
    this.#worker.onerror = ({ message }) =>
      this.#die({ error: message || 'the worker could not be started', of: 'call' });
  }

  ask<Q extends Question>(ask: Q, of: Answers[Q][0], heard?: Heard): Promise<Answers[Q][1]> {
    if (this.#dead) return Promise.reject(this.#dead);
    const number = ++this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject, heard });
      this.#worker.postMessage({ number, ask, of });
    });
  }

  /** Ends whatever is going on; a session that was stopped answers no more. */
  stop(): void {
    this.#die({ error: 'stopped', of: 'call' });
  }

  #hear(message: FromWorker): void {
    if ('ready' in message) return;
    const waiting = this.#waiting.get(message.number);
    if ('progress' in message) {
      waiting?.heard?.(message.progress.stage, message.progress.share);
      return;
    }
    this.#waiting.delete(message.number);
    if ('answer' in message) waiting?.resolve(message.answer as never);
    else waiting?.reject(new SessionError(message.trouble));
    // Its memory can hold anything now.
    if ('trouble' in message && message.trouble.of === 'memory') this.#die(message.trouble);
  }

  #die(trouble: Trouble): void {
    this.#worker.terminate();
    this.#dead ??= new SessionError(trouble);
    for (const { reject } of this.#waiting.values()) reject(this.#dead);
    this.#waiting.clear();
  }
}
