// Runs the built command in a folder of its own and tells what it printed.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const top = fileURLToPath(new URL('../..', import.meta.url));
export const command = path.join(top, 'build/release/goeswith');
const shared = process.env.GOESWITH_SHARED ?? path.join(top, '../shared');

/** The path of a real data set, or null where this machine does not have it. */
export function realOrders(name) {
  const file = path.join(shared, 'data', name);
  return existsSync(file) ? file : null;
}

/** A folder that goes with the test. */
export function workplace(t) {
  const folder = mkdtempSync(path.join(tmpdir(), 'goeswith-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const place = {
    path: (name) => path.join(folder, name),
    write: (name, content) => {
      writeFileSync(place.path(name), content);
      return name;
    },
    read: (name) => readFileSync(place.path(name)),
    exists: (name) => existsSync(place.path(name)),
    run: (...args) => run(args, { cwd: folder }),
    pipe: (input, ...args) => run(args, { cwd: folder, input }),
  };
  return place;
}

export function run(args, options = {}) {
  const done = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, ...options });
  return { status: done.status, out: done.stdout, err: done.stderr };
}

/** Canonical orders in which coffee goes with filters, and filters with descaler. */
export function smallOrders(count = 40) {
  const lines = ['order_id,product_id,qty,price,timestamp,customer_id'];
  for (let i = 0; i < count; i++) {
    const basket = i % 4 === 0 ? ['filters', 'descaler'] : ['coffee', 'filters'];
    if (i % 5 === 0) basket.push('mug');
    for (const product of basket)
      lines.push(
        `${1000 + i},${product},1,4.50,2026-01-${String((i % 28) + 1).padStart(2, '0')},c${i}`,
      );
  }
  return `${lines.join('\n')}\n`;
}
