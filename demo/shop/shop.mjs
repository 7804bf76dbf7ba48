import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename } from 'node:path';
import { Carts } from './cart.mjs';
import { Catalogue } from './catalogue.mjs';
import { DataError } from './csv.mjs';
import { Answer, json, send } from './http.mjs';
import { countryOf, formatter, readAmount } from './money.mjs';
import { missing, route } from './routes.mjs';

/**
 * The shop over a catalogue, ready to be served.
 *
 * `catalogue`, `config`  files; `model` too, or empty: then /shop.gw is not there
 * `dist`, `studio`       folders that are served as they are; a studio may be missing
 * `note`                 what the footer says about the products
 * Throws a DataError with file and line where a file cannot be what it should.
 */
export function openShop({ catalogue: file, config, model = '', dist, studio = '', note = '' }) {
  const catalogue = new Catalogue(read(file).toString('utf8'), basename(file));
  const configBytes = read(config);
  const freeFromText = freeShipping(configBytes, config, catalogue.currency);
  const money = formatter(catalogue.currency);
  return {
    catalogue,
    config: configBytes,
    model: model ? read(model) : null,
    money,
    country: countryOf(catalogue.currency),
    freeFrom: freeFromText === null ? null : money(freeFromText),
    freeFromAmount: freeFromText ?? Number.POSITIVE_INFINITY,
    carts: new Carts(),
    dist,
    studio,
    hasStudio: studio !== '' && existsSync(studio),
    note,
    today: new Date(),
  };
}

/** A server that is not listening yet. */
export function createShopServer(shop) {
  return createServer(async (request, response) => {
    let answer;
    try {
      answer = (await route(shop, request)) ?? missing(shop, request);
    } catch (error) {
      if (error instanceof Answer) answer = error;
      else {
        console.error(`${request.method} ${request.url}: ${error.stack}`);
        answer = json(
          { status: 500, message: 'Server Error', description: 'Something broke.' },
          500,
        );
      }
    }
    try {
      await send(request, response, answer);
    } catch (error) {
      console.error(`${request.method} ${request.url}: ${error.message}`);
      response.destroy();
    }
  });
}

function read(file) {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new DataError(`${file}: ${error.code === 'ENOENT' ? 'no such file' : error.message}`);
  }
}

// The shop says the same amount as the goal of the widget, because both read it here.
function freeShipping(bytes, file, currency) {
  let config;
  try {
    config = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new DataError(`${file}: ${error.message}`);
  }
  const goals = Array.isArray(config?.goals) ? config.goals : [];
  const amount = goals.find((goal) => goal?.reward === 'free-shipping')?.amount?.[currency];
  return readAmount(String(amount ?? ''));
}
