import type { TestContext } from 'node:test';

/**
 * Lets timeouts wait for the test and returns what lets time pass. Node has the like, and in 18
 * another one than in 20.
 */
export function stopClock(context: TestContext): (milliseconds: number) => void {
  const { setTimeout, clearTimeout } = globalThis;
  context.after(() => Object.assign(globalThis, { setTimeout, clearTimeout }));
  const waiting = new Map<number, { due: number; call: () => void }>();
  let now = 0;
  let last = 0;
  Object.assign(globalThis, {
    setTimeout: (call: (...told: unknown[]) => void, milliseconds = 0, ...told: unknown[]) => {
      last += 1;
      waiting.set(last, { due: now + milliseconds, call: () => call(...told) });
      return last;
    },
    clearTimeout: (timeout: number) => waiting.delete(timeout),
  });
  return (milliseconds) => {
    const end = now + milliseconds;
    for (;;) {
      const [next] = [...waiting].sort(([, a], [, b]) => a.due - b.due);
      if (!next || next[1].due > end) break;
      waiting.delete(next[0]);
      now = next[1].due;
      next[1].call();
    }
    now = end;
  };
}
