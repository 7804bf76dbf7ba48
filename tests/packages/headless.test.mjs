import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as esbuild } from 'esbuild';
import { openPage, test } from '../browser/support/browser.mjs';
import { startShop } from '../browser/support/shop.mjs';
import { dist, expected, project, serve } from './support.mjs';
import { viteBuild } from './vite.mjs';

const shop = await startShop();
const script = `import { createRecommender } from 'goeswith/headless';
  const recommender = await createRecommender({ model: '${shop.origin}/shop.gw' });
  window.answer = recommender.recommend({ cart: ['MOK-1000'] }).map(({ id }) => id);`;
const { path } = project({
  'main.js': script,
  'unused.js': `import { createRecommender } from 'goeswith/headless'; console.log('nothing');`,
  'index.html': `<!doctype html><title>Headless</title><script type="module" src="main.js"></script>`,
});
const traces = ['goes-with-goal', 'customElements', 'attachShadow', 'adoptedStyleSheets'];

const textsIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.js'))
    .map((file) => readFileSync(join(file.parentPath ?? file.path, file.name), 'utf8'))
    .join('\n');

/** What esbuild makes of a file of the project; all of it, or the files of these names. */
async function bundled(file, names = /./) {
  const { outputFiles } = await esbuild({
    entryPoints: [join(path, file)],
    outdir: join(path, 'out'),
    bundle: true,
    splitting: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  return outputFiles
    .filter(({ path }) => names.test(path))
    .map(({ text }) => text)
    .join('\n');
}

test('who only wants the recommender gets no element', async () => {
  const text = await bundled('main.js');
  assert.match(text, /model-not-a-model/);
  for (const trace of traces) assert.ok(!text.includes(trace), trace);
  // The same traces are in what draws elements, so that their absence says something.
  const [app] = readdirSync(dist).filter((name) => /^app-\w+\.js$/.test(name));
  const drawn = readFileSync(join(dist, app), 'utf8') + readFileSync(join(dist, 'goeswith.js'));
  for (const trace of traces) assert.ok(drawn.includes(trace), trace);
});

test('a recommender that is imported and not used costs nothing', async () => {
  const text = await bundled('unused.js', /unused\.js$/);
  assert.match(text, /nothing/);
  assert.ok(text.length < 200, text);
});

test('the recommender alone answers in a page that Vite built', async (t) => {
  const out = await viteBuild(t, path);
  if (!out) return;
  const text = textsIn(out);
  for (const trace of traces) assert.ok(!text.includes(trace), trace);
  const { page } = await openPage(t);
  const { origin } = await serve(out);
  await page.route('**/shop.gw', async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'access-control-allow-origin': '*' };
    await route.fulfill({ response, headers });
  });
  await page.goto(`${origin}/index.html`);
  await page.waitForFunction(() => window.answer);
  assert.deepEqual(await page.evaluate(() => window.answer), expected(shop));
});
