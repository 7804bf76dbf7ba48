import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import test from 'node:test';
import { HEADER, run, shopFiles } from './fixture.mjs';

/** Runs the server over prepared files; `more` are further arguments. */
async function once(files, more = []) {
  const { catalogue, config, model, dist, remove } = shopFiles(files);
  const place = ['--catalogue', catalogue, '--config', config, '--model', model, '--dist', dist];
  const result = await run([...place, '--port', '0', '--once', ...more]);
  remove();
  return result;
}

test('--once fetches every page, says so in one line and ends with 0', async () => {
  const { status, out, err } = await once({});
  assert.equal(err, '');
  assert.equal(status, 0);
  assert.match(out, /^ready: http:\/\/localhost:\d+\/\n\d+ pages, all of them whole\n$/);
});

test('--once ends with 1 and names the page that is not there', async () => {
  const { status, err } = await once({ dist: {} });
  assert.equal(status, 1);
  assert.match(err, /^\/dist\/goeswith\.js: answered 404$/m);
  assert.match(err, /1 of \d+ pages are broken/);
});

test('a catalogue that cannot be read ends with 1 and says where', async () => {
  const { status, err } = await once({ catalogue: `${HEADER}1,"never closed\n` });
  assert.equal(status, 1);
  assert.equal(err, 'catalogue.csv:2: a quote is opened and never closed\n');
});

test('a configuration that is no JSON ends with 1', async () => {
  const { status, err } = await once({ config: '{' });
  assert.equal(status, 1);
  assert.match(err, /shop\.json: /);
});

test('a wrong call ends with 2 and one line', async () => {
  for (const args of [[], ['--catalogue', 'x', '--port', 'y'], ['--nonsense']]) {
    const { status, err } = await run(args);
    assert.equal(status, 2);
    assert.match(err, /^.+; see --help\n$/);
  }
});

test('a port that is taken ends with 2 and one line', async () => {
  const other = createServer();
  await new Promise((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address();
  const { status, err } = await once({}, ['--port', String(port)]);
  other.close();
  assert.equal(status, 2);
  assert.equal(err, `port ${port} is taken; see --help\n`);
});
