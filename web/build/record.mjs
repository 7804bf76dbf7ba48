// The record that PCI DSS 6.4.3 wants of each script on a page that leads to a payment, ready to paste.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tagFor } from './integrity.mjs';
import { dist, integrityOf, version } from './paths.mjs';

/** `used` are the files that a page may load: { file, when }. */
export function writeRecord(used) {
  const hashes = new Map(
    used.map(({ file }) => [file, integrityOf(readFileSync(join(dist, file)))]),
  );
  const rows = used.map(({ file, when }) => `| ${file} | ${when} | \`${hashes.get(file)}\` |`);
  const imported = used.filter(
    ({ file }) => file.endsWith('.js') && /^[\w.-]+-\w{8}\.js$/.test(file),
  );
  const map = { integrity: {} };
  for (const { file } of imported) map.integrity[`/FOLDER/${file}`] = hashes.get(file);
  writeFileSync(
    join(dist, 'script-record.md'),
    `# Script record: Goeswith ${version}

For the inventory of scripts that PCI DSS 4.0.1 asks for in 6.4.3. Fill in what stands in brackets.

| | |
|---|---|
| script | goeswith.js ${version}, and the files below that it loads itself |
| purpose | shows products that go with the cart and how far the cart is from the next reward |
| why it is needed | [business justification] |
| owner | [name, department] |
| authorised | [by whom, on which day] |
| where it runs | [pages]; by itself never on payment pages (paths with checkout, checkouts, order-pay or commande, and the checkout pages of known platforms), unless the tag says \`data-allow-checkout\`; never in frames |
| data read | the cart (product ids, quantities, amounts, currency) from the shop's own platform, the page's language, the attributes of its own tag and elements; no names, no addresses, no payment data, no cookies |
| data kept on the device | nothing; with \`"history": true\` and the shopper's consent the ids of products that were viewed, shown and bought (\`localStorage\`); with an experiment its label (\`sessionStorage\`) |
| data sent | none; a product that the shopper adds goes to the shop's own cart, as by the shop's own button |
| hosts contacted | the host of these files, the host of shop.gw and shop.json, and the shop itself for cart and prices; no other |
| integrity | the tag's hash, checked by the browser; the tag's file checks the module's; the other files by the import map below, or by their names, which change with their bytes |
| how a change is seen | \`integrity.json\` beside the files holds the hash of each |

\`\`\`html
${tagFor(hashes.get('goeswith.js'))}
\`\`\`

| file | loaded | integrity |
|---|---|---|
${rows.join('\n')}

Browsers that know \`integrity\` in import maps (Chromium 127, Safari 18 and newer) check the files that the
script imports as well. The map stands before every module of the page; FOLDER is where the files lie:

\`\`\`html
<script type="importmap">
${JSON.stringify(map, null, 1)}
</script>
\`\`\`
`,
  );
}
