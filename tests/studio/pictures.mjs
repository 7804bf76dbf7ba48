#!/usr/bin/env node
// Draws demo/studio/pictures: each step of the studio in each of its states, on a phone, a tablet and a
// desk, and the page that shows them. Needs what ./demo/run builds.
//
//   node tests/studio/pictures.mjs

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPage, patienceMs, test } from '../browser/support/browser.mjs';
import { experimentOrders } from './support/experiment.mjs';
import { drop, give, idle, openStudio, top } from './support/studio_server.mjs';

const folder = join(top, 'demo', 'studio', 'pictures');
const quality = 0.4;
/** The tablet is dark. */
const windows = [
  { width: 390, height: 844 },
  { width: 768, height: 1024, colorScheme: 'dark' },
  { width: 1440, height: 900 },
];

const work = mkdtempSync(join(tmpdir(), 'pictures-'));
const write = (name, text) => {
  writeFileSync(join(work, name), text);
  return join(work, name);
};
const lift = () => write('orders-since-march.csv', experimentOrders(3000, { lift: 0.08 }));
const arms = [
  ...['control', 'four offers', 'six offers', 'compact', 'carousel', 'best sellers', 'bundles'],
  ...['free shipping at 40', 'free shipping at 50', 'free shipping at 60'],
];
const many = () =>
  write(
    'ten-labels.csv',
    experimentOrders(9000, { lift: 0.1, labels: (at) => arms[Math.floor(at * 10)] }),
  );

const shop = async (page) => {
  await page.evaluate(() => globalThis.store.openSample());
  await idle(page, 2 * patienceMs);
};
const goals = [
  { reward: 'free-shipping', amount: { EUR: '60.00' } },
  { reward: 'discount', percent: 5, amount: { EUR: '100.00' } },
];
const settled = (page, step) =>
  page.evaluate((to) => globalThis.store.go(to), step).then(() => page.waitForTimeout(1500));
const toStep = (step, config) => async (page) => {
  await shop(page);
  if (config) await page.evaluate((given) => globalThis.store.configure(given), config);
  await settled(page, step);
};
const measured = (file) => async (page) => {
  await settled(page, 'after');
  await page.setInputFiles('gs-after input[type=file]', file());
  await page.locator('gs-after .multiples svg').last().waitFor();
};

/** By file name: the step, what is to be seen, and how one comes there. */
const states = {
  'in-empty': ['Your orders', 'nothing yet', async () => {}],
  'in-files': [
    'Your orders',
    'files on the table, one of which is none',
    async (page) => {
      await give(page, [
        write('orders.csv', experimentOrders(2000)),
        write('products.csv', 'id,title,price,currency\nA,Moka pot,24.50,EUR\n'),
        write('photo.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
      ]);
      await drop(page);
      await page.waitForTimeout(1500);
    },
  ],
  'in-reading': [
    'Your orders',
    'orders are being read',
    async (page) => {
      // Held still: a picture of something that moves would be another each time.
      await page.evaluate(() =>
        globalThis.store.set({ work: { stage: 'reading', share: 0.42, began: Date.now() - 5000 } }),
      );
    },
  ],
  'in-trouble': [
    'Your orders',
    'a file that cannot be read to the end',
    async (page) => {
      await give(page, [write('orders.csv', 'order_id,product_id,qty\n1,A,two\n')]);
      await page.evaluate(() =>
        globalThis.store.open(globalThis.given.map((file) => ({ file, kind: 'orders' }))),
      );
      await page.locator('.trouble').waitFor();
    },
  ],
  'see-shop': ['What goes with what', 'a shop with orders enough', toStep('see')],
  'decide-shop': ['Decide', 'goals out of the shop’s own orders', toStep('decide', { goals })],
  'try-shop': ['Try', 'a live cart', toStep('try', { goals })],
  'home-shop': ['Take it home', 'files and lines', toStep('home', { goals })],
  'home-lines': [
    'Take it home',
    'the lines for a platform',
    async (page) => {
      await toStep('home', { goals })(page);
      await page.getByLabel('Your shop runs on').selectOption('shopify');
      await page.locator('#home-paste').evaluate((part) => part.scrollIntoView());
    },
  ],
  'home-mistake': [
    'Take it home',
    'a mistake in the settings',
    toStep('home', { goals: [{ reward: 'free-shiping', amount: { EUR: 'fifty' } }] }),
  ],
  'after-empty': ['Afterwards', 'nothing yet', (page) => settled(page, 'after')],
  'after-answer': ['Afterwards', 'what an experiment brought', measured(lift)],
  'after-apart': [
    'Afterwards',
    'how far apart, with intervals',
    async (page) => {
      await measured(lift)(page);
      await page
        .locator('[aria-labelledby=after-pictures]')
        .evaluate((part) => part.scrollIntoView());
    },
  ],
  'after-large': ['Afterwards', 'ten labels', measured(many)],
  'after-trouble': [
    'Afterwards',
    'labels that cannot be compared',
    async (page) => {
      await settled(page, 'after');
      const one = write('orders.csv', experimentOrders(500, { labels: () => 'shown' }));
      await page.setInputFiles('gs-after input[type=file]', one);
      await page.locator('gs-after .trouble').waitFor();
    },
  ],
};

/** A picture as WebP, by the browser itself. */
async function asWebp(page, png) {
  const address = `data:image/png;base64,${png.toString('base64')}`;
  const packed = await page.evaluate(
    async ([source, q]) => {
      const bitmap = await createImageBitmap(await (await fetch(source)).blob());
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      canvas.getContext('2d').drawImage(bitmap, 0, 0);
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality: q });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
    },
    [address, quality],
  );
  return Buffer.from(packed, 'base64');
}

mkdirSync(folder, { recursive: true });
for (const file of readdirSync(folder)) if (file.endsWith('.webp')) rmSync(join(folder, file));

test('pictures are drawn', async (t) => {
  const { page: packer } = await openPage(t);
  const rows = [];
  for (const [name, [step, what, prepare]] of Object.entries(states)) {
    for (const window of windows) {
      const { page, context } = await openStudio(t, { ...window, reducedMotion: 'reduce' });
      await prepare(page);
      await page.evaluate(() => {
        document.activeElement?.blur();
      });
      await page.waitForTimeout(200);
      const webp = await asWebp(packer, await page.screenshot());
      writeFileSync(join(folder, `${name}-${window.width}.webp`), webp);
      await context.close();
    }
    const cells = windows.map(
      ({ width }) => `![${step}, ${what}, ${width} px](${name}-${width}.webp)`,
    );
    rows.push(
      `## ${step}: ${what}\n\n| ${windows.map(({ width }) => `${width} px`).join(' | ')} |\n|---|---|---|\n| ${cells.join(' | ')} |\n`,
    );
  }
  writeFileSync(
    join(folder, 'README.md'),
    `# The studio in pictures\n\nEach step in each of its states, as the tests draw them: \`node tests/studio/pictures.mjs\`. The tablet is\ndark, because its owner has it so.\n\n${rows.join('\n')}`,
  );
  const biome = join(top, 'node_modules', '.bin', 'biome');
  execFileSync(biome, ['format', '--write', join(folder, 'README.md')], { stdio: 'ignore' });
  const sizes = readdirSync(folder).map((file) => statSync(join(folder, file)).size);
  t.diagnostic(`${sizes.length} files, ${sizes.reduce((sum, size) => sum + size, 0)} bytes`);
  rmSync(work, { recursive: true });
});
