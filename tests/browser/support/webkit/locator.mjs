// Playwright's locators: a selector that is looked up anew for each question. What finds elements
// in the page, through open shadow roots, is Playwright's own.

import {
  escapeForTextSelector,
  getByAltTextSelector,
  getByLabelSelector,
  getByPlaceholderSelector,
  getByRoleSelector,
  getByTextSelector,
  getByTitleSelector,
} from '../playwright.mjs';

const all = 'const elements = look.querySelectorAll(look.parseSelector(arg.selector), document);';
const one = 'const element = look.querySelector(look.parseSelector(arg.selector), document, true);';
const isSeen = 'look.utils.isElementVisible(element)';

/** The ways to find something by what a reader sees, for pages and locators. */
export function locates(prototype) {
  const ways = {
    getByAltText: getByAltTextSelector,
    getByLabel: getByLabelSelector,
    getByPlaceholder: getByPlaceholderSelector,
    getByRole: getByRoleSelector,
    getByText: getByTextSelector,
    getByTitle: getByTitleSelector,
  };
  for (const [name, selector] of Object.entries(ways))
    prototype[name] = function (...asked) {
      return this.locator(selector(...asked));
    };
}

export class Locator {
  #page;

  constructor(page, selector, { has, hasNot, hasText, hasNotText, visible } = {}) {
    this.#page = page;
    const parts = [selector];
    const text = (value) => escapeForTextSelector(value, false);
    if (hasText !== undefined) parts.push(`internal:has-text=${text(hasText)}`);
    if (hasNotText !== undefined) parts.push(`internal:has-not-text=${text(hasNotText)}`);
    if (has) parts.push(`internal:has=${JSON.stringify(has.selector)}`);
    if (hasNot) parts.push(`internal:has-not=${JSON.stringify(hasNot.selector)}`);
    if (visible !== undefined) parts.push(`visible=${visible}`);
    this.selector = parts.join(' >> ');
  }

  #then = (part, options) => new Locator(this.#page, `${this.selector} >> ${part}`, options);

  page = () => this.#page;
  locator = (inner, options) =>
    typeof inner === 'string'
      ? this.#then(inner, options)
      : this.#then(`internal:chain=${JSON.stringify(inner.selector)}`, options);
  filter = (options) => new Locator(this.#page, this.selector, options);
  nth = (index) => this.#then(`nth=${index}`);
  first = () => this.nth(0);
  last = () => this.nth(-1);
  and = (other) => this.#then(`internal:and=${JSON.stringify(other.selector)}`);
  or = (other) => this.#then(`internal:or=${JSON.stringify(other.selector)}`);

  async all() {
    return Array.from({ length: await this.count() }, (_, index) => this.nth(index));
  }

  // Of all that there are, now.
  count = () => this.#page.run(`${all} return elements.length;`, this.#asked());
  evaluateAll = (what, arg) =>
    this.#page.run(`${all} return (${what})(elements, arg.arg);`, this.#asked(arg));
  allTextContents = () => this.evaluateAll((found) => found.map((e) => e.textContent ?? ''));
  isVisible = () => this.#page.run(`${one} return !!element && ${isSeen};`, this.#asked());
  isHidden = async () => !(await this.isVisible());

  #asked = (arg) => ({ selector: this.selector, arg });

  /** Waits for the element; an answer of the page is a value in a list, so that none is no answer. */
  async #of(body, arg, options) {
    const found = `${one} if (!element) return null; return [await (async () => { ${body} })()];`;
    const [value] = await this.#page.until(found, this.#asked(arg), options, this.selector);
    return value ?? undefined;
  }

  evaluate = (what, arg, options) => this.#of(`return (${what})(element, arg.arg);`, arg, options);
  textContent = (options) => this.evaluate((e) => e.textContent, null, options);
  innerHTML = (options) => this.evaluate((e) => e.innerHTML, null, options);
  inputValue = (options) => this.evaluate((e) => e.value, null, options);
  isChecked = (options) => this.#state('checked', options);
  isEnabled = (options) => this.#state('enabled', options);
  isDisabled = (options) => this.#state('disabled', options);
  #state = (state, options) =>
    this.#of(`return look.elementState(element, arg.arg).matches;`, state, options);
  focus = (options) => this.evaluate((e) => e.focus(), null, options);
  blur = (options) => this.evaluate((e) => e.blur(), null, options);

  async getAttribute(name, options) {
    const value = await this.evaluate((e, asked) => e.getAttribute(asked), name, options);
    return value ?? null;
  }

  async boundingBox(options) {
    const box = await this.evaluate((e) => e.getBoundingClientRect().toJSON(), null, options);
    const { x, y, width, height } = box;
    return { x, y, width, height };
  }

  dispatchEvent = (type, init, options) =>
    this.#of(`look.dispatchEvent(element, ...arg.arg);`, [type, init ?? {}], options);

  async waitFor({ state = 'visible', ...options } = {}) {
    const there = {
      attached: 'return !!element;',
      detached: 'return !element;',
      visible: `return !!element && ${isSeen};`,
      hidden: `return !element || !${isSeen};`,
    };
    const what = `${this.selector} to be ${state}`;
    await this.#page.until(`${one} ${there[state]}`, this.#asked(), options, what);
  }

  scrollIntoViewIfNeeded = async (options) => {
    await this.waitFor(options);
    await this.evaluate((e) => e.scrollIntoView({ block: 'center', behavior: 'instant' }));
  };

  /** Where the pointer meets the element, once it is seen, stands still and lies under nothing. */
  #point(options) {
    const body = `${one}
      if (!element) return null;
      const { width, height } = element.getBoundingClientRect();
      const isIn = ({ left, top, right, bottom }) =>
        left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
      const scroll = () =>
        element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
      if (!isIn(element.getBoundingClientRect())) scroll();
      const states = arg.arg ? ['visible', 'stable'] : ['visible', 'enabled', 'stable'];
      const lack = await look.checkElementStates(element, states);
      if (lack) throw new Error('it is not ' + (lack.missingState ?? lack));
      const { left, top } = element.getBoundingClientRect();
      const point = { x: Math.floor(left + width / 2), y: Math.floor(top + height / 2) };
      const hit = look.expectHitTarget(point, element);
      if (hit === 'done') return point;
      // On the screen, yet scrolled away in a list of its own: next time it is not.
      scroll();
      throw new Error('it is under ' + hit.hitTargetDescription);`;
    const what = `${this.selector} to be clickable`;
    return this.#page.until(body, this.#asked(options?.isHover), options, what);
  }

  async click(options) {
    const { x, y } = await this.#point(options);
    await this.#page.mouse.click(x, y);
  }

  async hover(options) {
    const { x, y } = await this.#point({ ...options, isHover: true });
    await this.#page.mouse.move(x, y);
  }

  async setChecked(wanted, options) {
    if ((await this.isChecked(options)) === wanted) return;
    await this.click(options);
    if ((await this.isChecked(options)) !== wanted)
      throw new Error(`${this.selector} does not become ${wanted ? '' : 'un'}checked`);
  }
  check = (options) => this.setChecked(true, options);
  uncheck = (options) => this.setChecked(false, options);

  /** Whatever was there is written over. */
  async fill(value, options) {
    await this.focus(options);
    await this.evaluate((e) => e.select?.(), null, options);
    if (value === '') await this.#page.keyboard.press('Delete');
    else await this.#page.keyboard.type(value);
  }

  async press(key, options) {
    await this.focus(options);
    await this.#page.keyboard.press(key);
  }

  async pressSequentially(text, options) {
    await this.focus(options);
    await this.#page.keyboard.type(text);
  }
}

locates(Locator.prototype);
