#!/usr/bin/env node
// The browser tests in another engine, all files in one process, so that the engine is started and
// the shop is trained once:
//
//   node --test-reporter=tap tests/browser/in_engine.mjs firefox
//   node --test-reporter=tap tests/browser/in_engine.mjs webkit [FILE...]

import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

/** What is told by Chromium alone, or is the same in all engines. */
const left = {
  'cost.test.mjs': 'long tasks are told, and the CPU is slowed, by Chromium alone',
  'stillness.test.mjs': 'layout shifts are told by Chromium alone',
  'real_orders.test.mjs':
    'other orders change nothing that an engine does; the invented shop is tried',
};

/** Parts of files, where they are left out; each says so here. */
const parts = {
  'adapter_*.test.mjs: faults of answers, what is counted or timed':
    'adapters/engines.mjs names what is tried; the rest is the adapters’ own arithmetic',
  'variants.test.mjs: axe, in the light, in the dark and with forced colours':
    'access.test.mjs and languages.test.mjs ask axe; the markup is that of Chromium',
};

const [engine, ...named] = process.argv.slice(2);
process.env.GOESWITH_ENGINE = engine;
const folder = fileURLToPath(new URL('.', import.meta.url));
const all = readdirSync(folder).filter((file) => file.endsWith('.test.mjs'));
for (const [part, skip] of Object.entries(parts)) test(part, { skip }, () => {});
for (const file of named.length > 0 ? named : all)
  if (Object.hasOwn(left, file)) test(file, { skip: left[file] }, () => {});
  else await import(new URL(file, import.meta.url));
