import assert from 'node:assert/strict';
import test from 'node:test';
import { DataError, readCsv } from '../../demo/shop/csv.mjs';

const rows = (text) =>
  [...readCsv(text, 'c.csv')].map(({ cell }) => ['id', 'title', 'price'].map(cell));

test('quotes, commas, line breaks and doubled quotes inside a cell belong to it', () => {
  const text = 'id,title,price\r\n1,"a ""b"", c",2\r\n2,"two\nlines",3\r\n';
  assert.deepEqual(rows(text), [
    ['1', 'a "b", c', '2'],
    ['2', 'two\nlines', '3'],
  ]);
});

test('a BOM, capitals in the header, other columns and a missing last line break do not matter', () => {
  assert.deepEqual(rows('\ufeffPrice,X,ID,Title\n9,x,1,t'), [['1', 't', '9']]);
});

test('empty lines are skipped, and cells that a line lacks are empty', () => {
  assert.deepEqual(rows('id,title,price\n\n1\n\n2,b,\n'), [
    ['1', '', ''],
    ['2', 'b', ''],
  ]);
});

test('a quote inside a plain cell is a quote', () => {
  assert.deepEqual(rows('id,title\n1,frame 7" wide\n'), [['1', 'frame 7" wide', '']]);
});

test('a quote that is never closed is told with its line', () => {
  const text = 'id,title\n"a\nb",x\n3,"never\nclosed\n';
  assert.throws(
    () => rows(text),
    (error) => {
      assert.ok(error instanceof DataError);
      assert.equal(error.message, 'c.csv:4: a quote is opened and never closed');
      return true;
    },
  );
});

test('text after a closing quote is told with its line', () => {
  assert.throws(() => rows('id,title\n1,"a"b\n'), {
    message: 'c.csv:2: text after a closing quote',
  });
});

test('a cell of ten million letters is read', () => {
  const long = 'x'.repeat(10_000_000);
  assert.equal(rows(`id,title\n1,"${long}"\n`)[0][1].length, long.length);
});
