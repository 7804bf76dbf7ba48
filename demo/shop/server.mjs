#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkPages } from './check.mjs';
import { DataError } from './csv.mjs';
import { createShopServer, openShop } from './shop.mjs';

const USAGE = `Usage: server.mjs --catalogue FILE [OPTION...]

  --catalogue FILE    what the shop sells: id,title,url,image,price,currency,category,brand,first_seen
  --model FILE        served as /shop.gw; without it the shop works and offers nothing
  --config FILE       served as /shop.json; the shop's own shop.json unless given
  --port N            8080 unless given; without this option the next free port up to 8099 is taken
  --host NAME         127.0.0.1 unless given: this machine alone
  --dist FOLDER       served as /dist/; web/dist unless given
  --studio FOLDER     served as /studio/; build/studio-page unless given, and nothing where there is none
  --orders-note TEXT  a line at the foot of each page that says whose products these are
  --once              fetches every page, says what is broken, and ends
`;

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const OPTIONS = {
  catalogue: { type: 'string' },
  model: { type: 'string', default: '' },
  config: { type: 'string', default: here('shop.json') },
  port: { type: 'string' },
  host: { type: 'string', default: '127.0.0.1' },
  dist: { type: 'string', default: here('../../web/dist') },
  studio: { type: 'string', default: here('../../build/studio-page') },
  'orders-note': { type: 'string', default: '' },
  once: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
};

class CallError extends Error {}

function readOptions() {
  let values;
  try {
    ({ values } = parseArgs({ options: OPTIONS }));
  } catch (error) {
    throw new CallError(error.message.split('\n')[0]);
  }
  if (values.help) return values;
  if (!values.catalogue) throw new CallError('--catalogue is missing');
  if (values.port !== undefined && !(/^\d{1,5}$/.test(values.port) && values.port < 65536)) {
    throw new CallError(`--port: "${values.port}" is no port`);
  }
  return values;
}

const listen = (server, port, host) =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(server.address().port);
    });
  });

/** Listens on the port that was asked for, or on the first free one from 8080 where none was. */
async function listenSomewhere(server, asked, host) {
  for (let port = Number(asked ?? 8080); ; port++) {
    try {
      return await listen(server, port, host);
    } catch (error) {
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
      if (asked === undefined && port < 8099) continue;
      throw new CallError(
        error.code === 'EACCES' ? `port ${port} needs more rights` : `port ${port} is taken`,
      );
    }
  }
}

async function main() {
  const options = readOptions();
  if (options.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const shop = openShop({ ...options, note: options['orders-note'], studio: options.studio });
  const server = createShopServer(shop);
  const port = await listenSomewhere(server, options.port, options.host);
  const origin = `http://localhost:${port}/`;
  if (!options.once) {
    console.log(`ready: ${origin}`);
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));
    return null;
  }
  // By number: what "localhost" means is this machine's business, the shop listens on one of them.
  const { fetched, broken } = await checkPages(shop, `http://${options.host}:${port}`);
  server.close();
  server.closeAllConnections();
  for (const { path, what } of broken) console.error(`${path}: ${what}`);
  if (broken.length > 0) {
    console.error(`${broken.length} of ${fetched} pages are broken`);
    return 1;
  }
  console.log(`ready: ${origin}\n${fetched} pages, all of them whole`);
  return 0;
}

try {
  const status = await main();
  if (status !== null) process.exitCode = status;
} catch (error) {
  const isCall = error instanceof CallError;
  if (!isCall && !(error instanceof DataError)) throw error;
  console.error(isCall ? `${error.message}; see --help` : error.message);
  process.exitCode = isCall ? 2 : 1;
}
