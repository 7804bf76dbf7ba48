import type { Trouble } from './messages.js';

/** What went wrong, in the core's words or for whoever chose the file. */
export class Told extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble.error);
    this.trouble = trouble;
  }
}

/** What the core says, or what it says went wrong. */
export function said(text: string): unknown {
  const answer: unknown = JSON.parse(text);
  if (typeof answer === 'object' && answer !== null && 'error' in answer)
    throw new Told(answer as Trouble);
  return answer;
}
