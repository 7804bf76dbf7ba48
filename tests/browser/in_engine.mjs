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
  'variants.test.mjs': 'what a shopper prefers changes on an open page in Chromium alone',
  'real_orders.test.mjs':
    'other orders change nothing that an engine does; the invented shop is tried',
};

const [engine, ...named] = process.argv.slice(2);
process.env.GOESWITH_ENGINE = engine;
const folder = fileURLToPath(new URL('.', import.meta.url));
const all = readdirSync(folder).filter((file) => file.endsWith('.test.mjs'));
for (const file of named.length > 0 ? named : all)
  if (Object.hasOwn(left, file)) test(file, { skip: left[file] }, () => {});
  else await import(new URL(file, import.meta.url));
