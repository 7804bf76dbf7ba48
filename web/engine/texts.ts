import { cleanText } from '../text.js';
import type { Core } from './core.js';

/**
 * The lines of a model's text sections (src/model/layout.h) by product number. A section is decoded when the first line
 * of it is asked for, once; a model that only scores never pays for its titles.
 */
export class Texts {
  readonly #core: Core;
  readonly #sections: string[][] = [];
  readonly #numbers: Map<string, number>[] = [];

  constructor(core: Core) {
    this.#core = core;
  }

  id(product: number): string {
    return this.#line(16, product);
  }

  title(product: number): string {
    return cleanText(this.#line(17, product));
  }

  url(product: number): string {
    return this.#line(18, product);
  }

  image(product: number): string {
    return this.#line(19, product);
  }

  /** The number of an id, or undefined for a product that the model does not know. */
  number(id: string): number | undefined {
    return this.group(16, id);
  }

  /** The number of a category, brand or tag by its name. */
  group(section: number, name: string): number | undefined {
    this.#numbers[section] ??= new Map(this.#lines(section).map((line, at) => [line, at]));
    return this.#numbers[section].get(name);
  }

  #line(section: number, product: number): string {
    return this.#lines(section)[product] ?? '';
  }

  #lines(section: number): string[] {
    const core = this.#core;
    this.#sections[section] ??= new TextDecoder()
      .decode(new Uint8Array(core.memory(), core.section(section), core.sectionSize(section)))
      // Each line is closed by '\n', so what follows the last is no line.
      .split('\n')
      .slice(0, -1);
    return this.#sections[section];
  }
}
