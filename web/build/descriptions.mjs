// What editors and documentation tools read of the elements: the custom elements manifest, and from it
// the files by which VS Code and JetBrains complete tags and attributes.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { elementsOf, resolved } from './doc_blocks.mjs';
import { dist, version, web } from './paths.mjs';

export function readElements() {
  const folder = join(web, 'elements');
  const files = readdirSync(folder).filter((file) => /^goes-with.*\.ts$/.test(file));
  return resolved(
    files.flatMap((file) => elementsOf(readFileSync(join(folder, file), 'utf8'))),
  ).map(({ extends: _, ...element }) => element);
}

export function writeDescriptions() {
  const elements = readElements();
  const write = (file, value) =>
    writeFileSync(join(dist, file), `${JSON.stringify(value, null, 2)}\n`);
  write('custom-elements.json', manifest(elements));
  write('html-custom-data.json', customData(elements));
  write('web-types.json', webTypes(elements));
}

const words = { string: 'string', number: 'number', boolean: 'boolean' };

/** https://github.com/webcomponents/custom-elements-manifest, schema 2. */
function manifest(elements) {
  const path = 'web/dist/goeswith.js';
  return {
    schemaVersion: '2.1.0',
    modules: [
      {
        kind: 'javascript-module',
        path,
        declarations: elements.map(({ tag, className, attributes, events, ...element }) => ({
          kind: 'class',
          name: className,
          customElement: true,
          tagName: tag,
          ...element,
          attributes: attributes.map(({ type, ...attribute }) => ({
            ...attribute,
            type: { text: words[type] ?? 'string' },
          })),
          events: events.map((event) => ({ ...event, type: { text: 'CustomEvent' } })),
        })),
        exports: elements.map(({ tag, className }) => ({
          kind: 'custom-element-definition',
          name: tag,
          declaration: { name: className, module: path },
        })),
      },
    ],
  };
}

/** https://github.com/microsoft/vscode-custom-data */
function customData(elements) {
  return {
    version: 1.1,
    tags: elements.map(({ tag: name, description, attributes }) => ({
      name,
      description,
      attributes: attributes.map(({ name, description, type }) => ({
        name,
        description,
        ...(type === 'boolean' && { valueSet: 'v' }),
      })),
    })),
    // "v" is VS Code's own set of attributes without a value.
  };
}

/** https://github.com/JetBrains/web-types */
function webTypes(elements) {
  return {
    $schema: 'https://json.schemastore.org/web-types',
    name: 'goeswith',
    version,
    'description-markup': 'none',
    contributions: {
      html: {
        elements: elements.map(({ tag, description, attributes, slots, events, ...css }) => ({
          name: tag,
          description,
          attributes: attributes.map(({ name, description, type = 'string' }) => ({
            name,
            description,
            value: { type, ...(type === 'boolean' && { kind: 'no-value' }) },
          })),
          slots,
          js: { events },
          css: { properties: css.cssProperties, parts: css.cssParts },
        })),
      },
    },
  };
}
