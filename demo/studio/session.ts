import type { Answers, FromWorker, Question, ToWorker, Trouble } from './messages.js';
import { workerParts } from './supplies.js';

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

/** A worker that has said nothing by then never will. */
const patienceMs = 60_000;

const noWorker = (why: unknown): Trouble => ({
  error: `this page’s worker could not be started (${why instanceof Error ? why.message : why})`,
  of: 'browser',
});

/**
 * One shop in a worker of its own. Every question is answered or fails with a sentence: a worker
 * that dies, or never comes to life, fails all that wait.
 */
export class Session {
  #worker: Worker | undefined;
  readonly #started: Promise<void>;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #dead: SessionError | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.#started = this.#start().catch((error) => this.#die(noWorker(error)));
  }

  ask<Q extends Question>(ask: Q, of: Answers[Q][0], heard?: Heard): Promise<Answers[Q][1]> {
    if (this.#dead) return Promise.reject(this.#dead);
    const number = ++this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject, heard });
      this.#started.then(() => this.#worker?.postMessage({ number, ask, of } as ToWorker));
    });
  }

  /** Ends whatever is going on; a session that was stopped answers no more. */
  stop(): void {
    this.#die({ error: 'stopped', of: 'stop' });
  }

  async #start(): Promise<void> {
    const { script, module } = await workerParts();
    if (this.#dead) return;
    const worker = new Worker(script, { type: 'module' });
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#hear(data);
    worker.onerror = ({ message }) => this.#die(noWorker(message || 'its script does not run'));
    this.#patience = setTimeout(() => this.#die(noWorker('it says nothing')), patienceMs);
    worker.postMessage({ module } satisfies ToWorker);
  }

  #hear(message: FromWorker): void {
    clearTimeout(this.#patience);
    if ('ready' in message) return;
    if ('dead' in message) {
      this.#die(message.dead);
      return;
    }
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
    clearTimeout(this.#patience);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#dead ??= new SessionError(trouble);
    for (const { reject } of this.#waiting.values()) reject(this.#dead);
    this.#waiting.clear();
  }
}
