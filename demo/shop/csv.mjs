/** A file whose data is at fault; the message begins with file and line. */
export class DataError extends Error {}

/**
 * The records of an RFC 4180 text, one object a record, keyed by the header's names.
 * Quoted cells may hold commas, line breaks and doubled quotes; a BOM and CRLF are fine, and cells
 * that a short record lacks are empty.
 *
 * `name`  stands before the line in the message of a `DataError`
 */
export function* readCsv(text, name) {
  let header;
  for (const { cells, line } of records(text, name)) {
    if (cells.length === 1 && cells[0] === '') continue;
    if (!header) {
      header = cells.map((cell) => cell.trim().toLowerCase());
      continue;
    }
    const record = new Map(header.map((column, i) => [column, (cells[i] ?? '').trim()]));
    yield { line, cell: (column) => record.get(column) ?? '' };
  }
}

function* records(text, name) {
  // A cell, quoted or plain, and what ends it. Sticky: it matches at every position or not at all.
  const cell = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n][^,\r\n]*)?)(,|\r\n|\n|\r|$)/y;
  let cells = [];
  let line = 1;
  let first = 1;
  cell.lastIndex = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (cell.lastIndex < text.length || cells.length > 0) {
    const at = cell.lastIndex;
    const match = cell.exec(text);
    if (!match) {
      const open = text[at] === '"' && !/^"[^"]*(?:""[^"]*)*"/.test(text.slice(at));
      throw new DataError(
        `${name}:${line}: ${open ? 'a quote is opened and never closed' : 'text after a closing quote'}`,
      );
    }
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    line += match[0].match(/\r\n|\n|\r/g)?.length ?? 0;
    if (match[3] === ',') continue;
    yield { cells, line: first };
    cells = [];
    first = line;
  }
}
