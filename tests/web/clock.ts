import type { TestContext } from 'node:test';

/** Lets timeouts wait for the test's own `timers.tick`. Node 18 wants another argument than 20. */
export function stopTimeouts({ mock: { timers } }: TestContext): void {
  const enable = timers.enable.bind(timers) as (what: unknown) => void;
  try {
    enable({ apis: ['setTimeout'] });
  } catch {
    enable(['setTimeout']);
  }
}
