import type { Look } from './messages.js';

const elements = 'goes-with, goes-with-list, goes-with-bundle, goes-with-goal';

/** Black or white, whichever is easier to read on a colour, by the contrast of WCAG 2. */
export function readableOn(colour: string): '#000' | '#fff' {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const light = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  return (light + 0.05) / 0.05 >= 1.05 / (light + 0.05) ? '#000' : '#fff';
}

/** What is set beside a theme, as lines for the shop's own stylesheet; '' where nothing is. */
export function ownLook({ accent, radius }: Look): string {
  const lines = [
    ...(accent
      ? [
          `--goes-with-accent: ${accent};`,
          `--goes-with-button-ground: ${accent};`,
          `--goes-with-button-text: ${readableOn(accent)};`,
          '--goes-with-button-line: transparent;',
        ]
      : []),
    ...(radius >= 0
      ? [`--goes-with-radius: ${radius}px;`, `--goes-with-button-radius: ${radius}px;`]
      : []),
  ];
  return lines.length > 0 ? `${elements} {\n  ${lines.join('\n  ')}\n}\n` : '';
}
