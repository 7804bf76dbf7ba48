/** What the folder says of itself, to whoever opens it in a year. */
export const readmeOf = ({
  model,
  settings,
  hosted,
}: {
  model: string;
  settings: string;
  hosted: string;
}): string => `# Goeswith, as you took it home

Upload the folder \`${hosted}\` as it is, without folders in it, and paste the lines that the studio
gave you. Nothing else is needed: no service, no account, no key.

| file | what it is |
|---|---|
| \`goeswith.js\` | what the tag names; it brings the others when an element is near the screen |
| \`shop.gw\` | what goes with what in your shop. It names no customer |
| \`shop.json\` | what you decided: goals, rules, rows. \`goeswith check shop.json\` finds its mistakes |
| \`${model}\`, \`${settings}\` | the same two under names that change with their bytes |
| \`app-*.js\` and others with a hash, \`storefront-*.wasm\` | the widget's parts; their names change with their bytes |
| \`theme-*.css\` | four ready looks; take one or none |

## Which of the two names

Name \`shop.gw\` and \`shop.json\` in the tag where a nightly job makes the file anew: last night's takes
the place of the one before, and no page changes. Name \`${model}\` and
\`${settings}\` where your shop's pages are made anew with each release: then they may be kept
for ever, and the tag can hold the model's hash (\`data-integrity\`). The pair that the tag does not name
can be left out.

## Headers

| file | header |
|---|---|
| a hash in its name | \`Cache-Control: public, max-age=31536000, immutable\` |
| \`goeswith.js\`, \`shop.gw\`, \`shop.json\` | \`Cache-Control: no-cache\`, or an hour |
| \`.js\` | \`Content-Type: text/javascript\` |
| \`.wasm\` | \`Content-Type: application/wasm\`; another type works and costs some milliseconds |
| all, on another host than the shop's | \`Access-Control-Allow-Origin: *\`, \`Cross-Origin-Resource-Policy: cross-origin\` |

Compress \`.js\`, \`.wasm\`, \`.json\` and \`.gw\` with Brotli, or else gzip.

## For developers

\`for-developers/\` has types, the manifests that editors read, the React components, the hash of every
file (\`integrity.json\`) and the record that PCI DSS 4.0.1 asks for (\`script-record.md\`, to be filled in). It
need not be hosted.
`;
