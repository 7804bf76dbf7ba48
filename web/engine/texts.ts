import { cleanText } from '../text.js';
import type { Core } from './core.js';

/** The lines of a section. */
class Lines {
  // Split at once: a browser that has just begun does it twenty times sooner than a loop that looks
  // for line feeds, and the pieces are views of the one text.
  readonly #lines: string[];
  readonly #numbers = new Map<string, number>();

  constructor(bytes: Uint8Array) {
    this.#lines = new TextDecoder().decode(bytes).split('\n');
    // Each line is closed by '\n', so what follows the last is no line.
    this.#lines.pop();
  }

  line(number: number): string {
    return this.#lines[number] ?? '';
  }

  number(name: string): number | undefined {
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.#lines.indexOf(name);
      this.#numbers.set(name, number);
    }
    return number < 0 ? undefined : number;
  }
}

/**
 * The lines of a model's text sections (src/model/layout.h) by product number. A section is decoded
 * when the first line of it is asked for, once; a model that only scores never pays for its titles.
 */
export class Texts {
  readonly #core: Core;
  readonly #sections: Lines[] = [];

  constructor(core: Core) {
    this.#core = core;
  }

  id(product: number): string {
    return this.#lines(16).line(product);
  }

  title(product: number): string {
    return cleanText(this.#lines(17).line(product));
  }

  url(product: number): string {
    return this.#lines(18).line(product);
  }

  image(product: number): string {
    return this.#lines(19).line(product);
  }

  /** The number of an id, or undefined for a product that the model does not know. */
  number(id: string): number | undefined {
    return this.group(16, id);
  }

  /** The number of a category, brand or tag by its name. */
  group(section: number, name: string): number | undefined {
    return this.#lines(section).number(name);
  }

  #lines(section: number): Lines {
    const core = this.#core;
    this.#sections[section] ??= new Lines(
      new Uint8Array(core.memory(), core.section(section), core.sectionSize(section)),
    );
    return this.#sections[section];
  }
}
