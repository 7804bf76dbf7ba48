// Keys and pointer, by WebDriver's actions.

const keys = {
  Enter: '\ue007',
  Tab: '\ue004',
  Escape: '\ue00c',
  Space: ' ',
  Backspace: '\ue003',
  Delete: '\ue017',
  Home: '\ue011',
  End: '\ue010',
  PageUp: '\ue00e',
  PageDown: '\ue00f',
  ArrowLeft: '\ue012',
  ArrowUp: '\ue013',
  ArrowRight: '\ue014',
  ArrowDown: '\ue015',
  Shift: '\ue008',
  Control: '\ue009',
  Alt: '\ue00a',
  Meta: '\ue03d',
  ControlOrMeta: '\ue009',
};

function codeOf(name) {
  const code = keys[name] ?? name;
  if ([...code].length !== 1) throw new Error(`no key is called "${name}" in input.mjs`);
  return code;
}

const send = (page, source) => page.command('POST', '/actions', { actions: [source] });

export class Keyboard {
  #page;
  constructor(page) {
    this.#page = page;
  }

  #keys(actions) {
    return send(this.#page, { type: 'key', id: 'keyboard', actions });
  }

  down = (name) => this.#keys([{ type: 'keyDown', value: codeOf(name) }]);
  up = (name) => this.#keys([{ type: 'keyUp', value: codeOf(name) }]);

  /** `Tab`, or with others held down: `Shift+Tab`. */
  press(combination) {
    const codes = combination.split('+').map(codeOf);
    const down = codes.map((value) => ({ type: 'keyDown', value }));
    const up = codes.reverse().map((value) => ({ type: 'keyUp', value }));
    return this.#keys([...down, ...up]);
  }

  type(text) {
    const strokes = [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    return this.#keys(strokes);
  }
}

export class Mouse {
  #page;
  constructor(page) {
    this.#page = page;
  }

  #pointer(actions) {
    const parameters = { pointerType: 'mouse' };
    return send(this.#page, { type: 'pointer', id: 'mouse', parameters, actions });
  }

  #to = (x, y) => ({ type: 'pointerMove', x: Math.floor(x), y: Math.floor(y), duration: 0 });

  move = (x, y) => this.#pointer([this.#to(x, y)]);
  click = (x, y) =>
    this.#pointer([
      this.#to(x, y),
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]);
}
