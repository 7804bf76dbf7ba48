import { garden } from './pictures/garden.mjs';
import { kitchen } from './pictures/kitchen.mjs';
import { play } from './pictures/play.mjs';
import { rest } from './pictures/rest.mjs';
import { seasons } from './pictures/seasons.mjs';
import { frame, tones } from './pictures/shapes.mjs';
import { study } from './pictures/study.mjs';
import { table } from './pictures/table.mjs';
import { wear } from './pictures/wear.mjs';

const DRAWINGS = new Map(
  Object.entries({
    ...table,
    ...kitchen,
    ...rest,
    ...garden,
    ...study,
    ...play,
    ...seasons,
    ...wear,
  }),
);

/** Every kind of thing that can be drawn. */
export const KINDS = [...DRAWINGS.keys()];

/** An SVG of this kind of thing in this colour (six hex digits), or null where nobody drew it. */
export function draw(kind, colour) {
  const drawing = DRAWINGS.get(kind);
  if (!drawing || !/^[0-9a-f]{6}$/i.test(colour)) return null;
  const base = colour.toLowerCase();
  return frame(drawing(tones(base)), base);
}
