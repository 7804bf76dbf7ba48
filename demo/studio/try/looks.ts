import bold from '../../../web/themes/bold.css';
import ink from '../../../web/themes/ink.css';
import linen from '../../../web/themes/linen.css';
import market from '../../../web/themes/market.css';
import type { Look } from './messages.js';
import { ownLook } from './own_look.js';

const themes: Readonly<Record<string, string>> = { bold, ink, linen, market };

/** The theme, and after it what is set beside it, as a shop's page would load them. */
const sheets = [new CSSStyleSheet(), new CSSStyleSheet()] as const;
document.adoptedStyleSheets.push(...sheets);

export function wear(look: Look): void {
  sheets[0].replaceSync(themes[look.theme] ?? '');
  sheets[1].replaceSync(ownLook(look));
  document.body.style.fontFamily = look.font;
}
