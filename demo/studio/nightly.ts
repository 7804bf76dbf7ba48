import type { Columns } from './messages.js';
import type { Dropped } from './store.js';

/** What the file of this page was made from. */
export interface Made {
  files: readonly Dropped[];
  format: string;
  columns: Columns;
}

/** The command's words for columns, in its order. */
const columnWords = ['order', 'product', 'title', 'qty', 'price', 'date', 'customer', 'currency'];

/** A word of a command line: quoted where a shell would read more into it. */
export function quoted(word: string): string {
  const safe = word.startsWith('-') ? `./${word}` : word;
  return /^[\w@+=:,./-]+$/.test(safe) ? safe : `'${safe.replaceAll("'", "'\\''")}'`;
}

const namesOf = ({ files }: Made, kind: Dropped['kind']) =>
  files.filter((one) => one.kind === kind).map(({ file }) => file.name);

/**
 * The command that makes the same file.
 *
 * `output`  where it goes
 */
export function commandFor(made: Made, output = 'shop.gw'): string {
  const columns = columnWords
    .filter((word) => made.columns[word])
    .map((word) => `${word}=${made.columns[word]}`)
    .join(',');
  const catalogue = namesOf(made, 'catalogue');
  return [
    ...['goeswith', 'train', ...namesOf(made, 'orders').map(quoted)],
    ...(catalogue[0] ? ['--catalogue', quoted(catalogue[0])] : []),
    ...(made.format ? ['--format', quoted(made.format)] : []),
    ...(columns ? ['--columns', quoted(columns)] : []),
    ...['--config', 'shop.json', '-o', quoted(output)],
  ].join(' ');
}

/** Why the command would not make the same file, or ''. */
export function obstacleTo(made: Made): string {
  const names = made.files.map(({ file }) => file.name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice) return `Two of your files are called ${twice}. Give them different names first.`;
  if (namesOf(made, 'catalogue').length > 1)
    return 'The command reads one file of products. Put yours together to one, with one header, and name that.';
  return '';
}

/** A line for crontab: every night at a quarter past three. */
export function cronFor(made: Made, output: string): string {
  // A percent sign ends a command there.
  const command = commandFor(made, output).replaceAll('%', '\\%');
  // Its search path is short.
  return `15 3 * * *  cd /srv/shop && /usr/local/bin/${command}`;
}

/** The same as a GitHub Actions file, for a shop whose files lie in a repository. */
export function actionFor(made: Made, output: string): string {
  const exports = made.files.map(({ file }) => file.name).join(', ');
  return `name: goeswith
on:
  schedule:
    - cron: '15 3 * * *'
  workflow_dispatch:
permissions:
  contents: write
jobs:
  train:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          submodules: true
      # Goeswith's sources are the submodule tools/goeswith here; the command is built once and kept.
      - uses: actions/cache@v4
        id: kept
        with:
          path: tools/goeswith/build/release/goeswith
          key: goeswith-\${{ hashFiles('tools/goeswith/src/**') }}
      - if: steps.kept.outputs.cache-hit != 'true'
        run: |
          sudo apt-get update
          sudo apt-get install -y --no-install-recommends cmake g++ ninja-build \\
            libcli11-dev libeigen3-dev nlohmann-json3-dev zlib1g-dev
          cmake -S tools/goeswith --preset release -DGOESWITH_TESTS=OFF -DGOESWITH_BENCH=OFF
          cmake --build tools/goeswith/build/release --target goeswith
      - run: echo "$PWD/tools/goeswith/build/release" >> "$GITHUB_PATH"
      # A script of yours writes the exports: ${exports}
      - run: ./export-orders.sh
      - run: |
          ${commandFor(made, output)}
      - run: |
          git add ${quoted(output)}
          git diff --cached --quiet || git \\
            -c user.name=goeswith -c user.email=goeswith@users.noreply.github.com \\
            commit -m 'shop.gw of tonight'
          git push
`;
}
