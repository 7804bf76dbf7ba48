import assert from 'node:assert/strict';
import test from 'node:test';
import { draw, KINDS } from '../../demo/shop/pictures.mjs';

/** Throws unless the text is one well-formed element: tags paired, attributes quoted and single. */
function assertWellFormed(text) {
  const open = [];
  const tag = /<(\/?)([a-zA-Z]+)((?:\s+[\w-]+="[^"<&]*")*)\s*(\/?)>/y;
  while (tag.lastIndex < text.length) {
    const at = tag.lastIndex;
    const match = tag.exec(text);
    assert.ok(match, `no tag at ${at}: ${text.slice(at, at + 80)}`);
    const [, isEnd, name, attributes, isEmpty] = match;
    const names = [...attributes.matchAll(/([\w-]+)=/g)].map(([, attribute]) => attribute);
    assert.equal(new Set(names).size, names.length, `twice the same attribute: ${match[0]}`);
    if (isEnd) assert.equal(open.pop(), name);
    else if (!isEmpty) open.push(name);
    assert.ok(open.length > 0 || tag.lastIndex === text.length, 'more than one root');
  }
  assert.deepEqual(open, []);
}

test('every kind is drawn as well-formed XML, in light, dark and strong colours', () => {
  for (const kind of KINDS) {
    for (const colour of ['F4F1EA', '2b2d30', 'd8432f']) {
      const svg = draw(kind, colour);
      assertWellFormed(svg);
      assert.doesNotMatch(svg, /NaN|undefined|null|Infinity/, kind);
    }
  }
});

test('a fill that a shape refers to is defined in the same picture', () => {
  for (const kind of KINDS) {
    const svg = draw(kind, 'c8913b');
    for (const [, id] of svg.matchAll(/url\(#(\w+)\)/g))
      assert.ok(svg.includes(`id="${id}"`), kind);
  }
});

test('no two kinds look the same, and the colour shows', () => {
  assert.equal(new Set(KINDS.map((kind) => draw(kind, 'c8913b'))).size, KINDS.length);
  for (const kind of KINDS) assert.notEqual(draw(kind, 'c8913b'), draw(kind, '54789f'), kind);
});

test('what is no kind or no colour is not drawn', () => {
  for (const [kind, colour] of [
    ['unicorn', 'c8913b'],
    ['mug', 'c8913'],
    ['mug', '"/><b>'],
    ['constructor', 'c8913b'],
  ]) {
    assert.equal(draw(kind, colour), null);
  }
});
