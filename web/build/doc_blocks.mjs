// What elements say of themselves in the comment that begins each of their files. The analyzers that
// there are read a comment only where it touches its class, and take a list for one name; ours is one
// comment a file, with lists, and with "those of <goes-with>" in place of saying it twice.

/** Tags of a doc block by what a manifest calls them. */
const kinds = {
  attr: 'attributes',
  slot: 'slots',
  fires: 'events',
  cssprop: 'cssProperties',
  csspart: 'cssParts',
};

/**
 * The elements of a file's text: [{ tag, className, extends, description, attributes, slots, events,
 * cssProperties, cssParts }], each of the last five [{ name, description, type, like }], where `like`
 * is { tag, from } for "those of <tag>", and "those of a FROM of <tag>".
 */
export function elementsOf(text) {
  const found = [];
  for (const { 1: comment, index } of text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\//g)) {
    const lines = comment.split('\n').map((line) => line.replace(/^\s*\* ?/, '').trimEnd());
    const [summary, ...tags] = lines.join('\n').split(/^@/m);
    const [, tag] = /^<([\w-]+)>/.exec(summary.trim()) ?? [];
    if (!tag) continue;
    // Constants may stand between the comment and its class.
    const [, className, parent] =
      /^export class (\w+) extends (\w+)/m.exec(text.slice(index)) ?? [];
    if (!className) throw new Error(`<${tag}>: no class follows its comment`);
    const element = { tag, className, extends: parent, description: oneLine(summary) };
    for (const kind of Object.values(kinds)) element[kind] = [];
    for (const entry of tags) {
      const [, word, said] = /^(\w+)\s+([\s\S]*)$/.exec(entry) ?? [];
      if (!kinds[word]) throw new Error(`<${tag}>: there is no @${word ?? entry} for elements`);
      element[kinds[word]].push(...entriesOf(oneLine(said)));
    }
    found.push(element);
  }
  return found;
}

const oneLine = (text) => text.replace(/\s+/g, ' ').trim();

/** "{number} limit  how many", "--a, --b", "title, list, and those of a card of <goes-with>". */
function entriesOf(said) {
  const [, type, names] = /^(?:\{(\w+)\} )?(.*)$/.exec(said);
  const [, list, description] = /^((?:[\w:-]+, )*(?:and )?[\w:-]+)(?: (.*))?$/.exec(names);
  const entries = [];
  const words = list.split(/, (?:and )?/);
  // "and those of ...": the last word begins a sentence and is no name.
  const like = /\bthose of (?:a ([\w-]+) of )?<([\w-]+)>/.exec(names);
  if (like && words.at(-1) === 'those') words.pop();
  for (const name of words) {
    const own = words.length === 1 ? description : undefined;
    entries.push({ name, description: own ?? '', ...(type && { type }) });
  }
  if (like) entries.push({ like: { tag: like[2], ...(like[1] && { from: like[1] }) } });
  return entries;
}

/** Puts in what elements take from others: "those of <goes-with>", and what their class extends. */
export function resolved(elements) {
  const byTag = new Map(elements.map((element) => [element.tag, element]));
  const byClass = new Map(elements.map((element) => [element.className, element]));
  const all = (element, kind) => {
    const found = new Map();
    const add = (entries) => {
      for (const entry of entries) if (!found.has(entry.name)) found.set(entry.name, entry);
    };
    for (const { like, ...entry } of element[kind]) {
      if (!like) {
        add([entry]);
        continue;
      }
      const other = byTag.get(like.tag);
      if (!other) throw new Error(`<${element.tag}>: there is no <${like.tag}>`);
      const theirs = all(other, kind);
      add(theirs.slice(like.from ? theirs.findIndex(({ name }) => name === like.from) : 0));
    }
    const parent = byClass.get(element.extends);
    if (parent) add(all(parent, kind));
    return [...found.values()];
  };
  return elements.map((element) => {
    const whole = { ...element };
    for (const kind of Object.values(kinds)) whole[kind] = all(element, kind);
    return whole;
  });
}
