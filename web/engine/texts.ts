import { cleanText } from '../text.js';
import type { Core, TextSection } from './core.js';

/**
 * The lines of a model's text sections by product number. A section is decoded when the first line
 * of it is asked for, once; a model that only scores never pays for its titles.
 */
export class Texts {
  readonly #core: Core;
  readonly #sections = new Map<TextSection, string[]>();
  readonly #numbers = new Map<TextSection, Map<string, number>>();

  constructor(core: Core) {
    this.#core = core;
  }

  id(product: number): string {
    return this.#lines(16)[product] ?? '';
  }

  title(product: number): string {
    return cleanText(this.#lines(17)[product]);
  }

  url(product: number): string {
    return this.#lines(18)[product] ?? '';
  }

  image(product: number): string {
    return this.#lines(19)[product] ?? '';
  }

  /** The number of an id, or undefined for a product that the model does not know. */
  number(id: string): number | undefined {
    return this.group(16, id);
  }

  /** The number of a category, brand or tag by its name. */
  group(section: 16 | 20 | 21 | 22, name: string): number | undefined {
    let numbers = this.#numbers.get(section);
    if (!numbers) {
      numbers = new Map(this.#lines(section).map((line, at) => [line, at]));
      this.#numbers.set(section, numbers);
    }
    return numbers.get(name);
  }

  #lines(section: TextSection): string[] {
    let lines = this.#sections.get(section);
    if (!lines) {
      lines = new TextDecoder().decode(this.#core.text(section)).split('\n');
      // Each line is closed by '\n', so what follows the last is no line.
      lines.pop();
      this.#sections.set(section, lines);
    }
    return lines;
  }
}
