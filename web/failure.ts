/**
 * What went wrong, for `goeswith:error` and for headless use: a code that programs compare and one
 * sentence for people. Codes about files are `model-`, `config-` or `module-` with the HTTP status,
 * `timeout`, `network` or what is wrong inside; the others are listed where they are made.
 */
export class Failure extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'GoesWithFailure';
    this.code = code;
  }
}

/** Whatever was thrown, as a failure: foreign errors keep their message under `fallbackCode`. */
export function toFailure(error: unknown, fallbackCode: string): Failure {
  if (error instanceof Failure) return error;
  return new Failure(fallbackCode, error instanceof Error ? error.message : String(error));
}
