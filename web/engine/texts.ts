import { cleanText } from '../text.js';
import type { Core, TextSection } from './core.js';

/**
 * The lines of a model's text sections by product number. A section is decoded when the first line
 * of it is asked for, once; a model that only scores never pays for its titles.
 */
export class Texts {
  readonly #core: Core;
  readonly #sections = new Map<TextSection, string[]>();
  #numbers: Map<string, number> | undefined;

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
    if (!this.#numbers) {
      this.#numbers = new Map();
      for (const [number, known] of this.#lines(16).entries()) this.#numbers.set(known, number);
    }
    return this.#numbers.get(id);
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
