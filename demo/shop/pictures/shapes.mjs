/**
 * The pen of all pictures: flat shapes in a field of 400 by 400, lit from the left. Colours are six
 * hex digits without the sign; what is drawn stands on the ground at y = FLOOR.
 */
export const FLOOR = 326;

/** Colours that stay what they are, whatever colour the product has. */
export const STUFF = {
  wood: 'c49a6c',
  bark: '94693f',
  paper: 'fbf5e9',
  card: 'dcc39b',
  steel: 'aeb4b6',
  iron: '5b5c5e',
  brass: 'c9a050',
  ink: '443a34',
  leaf: '7c9a6b',
  fern: '55784f',
  soil: '5f4838',
  flame: 'f3b64c',
  glow: 'fdeeb5',
  glass: 'd3e2e0',
  water: '9cc3cf',
  cork: 'c79f73',
  cream: 'f4e9d3',
  blush: 'e2a79a',
};

export function mix(from, to, share) {
  const channel = (hex, i) => Number.parseInt(hex.slice(i, i + 2), 16);
  return [0, 2, 4]
    .map((i) => Math.round(channel(from, i) * (1 - share) + channel(to, i) * share))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('');
}

const brightness = (hex) =>
  [0.3, 0.59, 0.11].reduce(
    (sum, part, i) => sum + part * Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16),
    0,
  );

/** The tones of one colour, from `pale` over the colour itself (`base`) to `deep`. */
export const tones = (base) => ({
  base,
  light: mix(base, 'fff8ea', 0.28),
  pale: mix(base, 'fffaf0', 0.62),
  dark: mix(base, '2c1d18', 0.2),
  deep: mix(base, '2c1d18', 0.45),
  // What is written or printed on the colour must stand out from it.
  print: brightness(base) > 150 ? mix(base, '2c1d18', 0.55) : mix(base, 'fffaf0', 0.8),
});

/** A fill that makes a shape look round: light at its left, in shade at its right. */
export const round = (hex) => `url(#r${hex})`;
/** A fill for a flat thing: two tones only. */
export const slab = (hex) => `url(#s${hex})`;
const paint = (fill) => (/^[0-9a-f]{6}$/.test(fill) ? `#${fill}` : fill);

export const path = (d, fill, more = '') => `<path d="${d}" fill="${paint(fill)}"${more}/>`;
export const rect = (x, y, w, h, r, fill, more = '') =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${paint(fill)}"${more}/>`;
export const oval = (x, y, rx, ry, fill, more = '') =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${paint(fill)}"${more}/>`;
export const dot = (x, y, r, fill) => oval(x, y, r, r, fill);
export const line = (d, colour, width, more = '') =>
  `<path d="${d}" fill="none" stroke="${paint(colour)}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${more}/>`;
export const fade = (opacity) => ` opacity="${opacity}"`;
export const turn = (angle, drawn, x = 200, y = 200) =>
  `<g transform="rotate(${angle} ${x} ${y})">${drawn}</g>`;
export const shift = (x, y, drawn, scale = 1) =>
  `<g transform="translate(${x} ${y})${scale === 1 ? '' : ` scale(${scale})`}">${drawn}</g>`;
export const times = (count, draw) => Array.from({ length: count }, (_, i) => draw(i)).join('');

/** The shadow on the ground under a thing of this half width. */
export const shadow = (half = 90, x = 206, y = FLOOR) =>
  oval(x, y, half + 12, 11, '2c1d18', fade(0.16));

/**
 * A thing from the potter's wheel or the lathe: half widths by height, top to bottom, with a round
 * foot. `profile` is a list of [y, half width]; the outline runs smoothly through them.
 */
export function turned(profile, fill, x = 200, foot = 0.12) {
  const right = profile.map(([y, half]) => [x + half, y]);
  const left = profile.map(([y, half]) => [x - half, y]).reverse();
  const [, half] = profile.at(-1);
  const [[endX, endY]] = [left[0]];
  const d = `M${right[0]}${smooth(right)}A${half} ${Math.max(2, half * foot)} 0 0 1 ${endX} ${endY}${smooth(left)}Z`;
  return path(d, fill);
}

// Catmull and Rom's curve through the points, as Bézier pieces.
function smooth(points) {
  const at = (i) => points[Math.max(0, Math.min(points.length - 1, i))];
  const near = (value) => Math.round(value * 10) / 10;
  return times(points.length - 1, (i) => {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const first = [0, 1].map((k) => near(b[k] + (c[k] - a[k]) / 6));
    const second = [0, 1].map((k) => near(c[k] - (d[k] - b[k]) / 6));
    return `C${first} ${second} ${c}`;
  });
}

/** The opening of a vessel: its rim and the dark inside. */
export const rim = (y, half, hex, x = 200, flat = 0.16) =>
  oval(x, y, half, half * flat, hex) +
  oval(x, y + 1, half - 6, half * flat - 3, mix(hex, '2c1d18', 0.42));

/** A leaf from (x, y) that points `angle` degrees clockwise from straight up. */
export const leaf = (x, y, length, angle, fill = STUFF.leaf, width = 0.34) => {
  const w = length * width;
  const half = `M${x} ${y}C${x - w} ${y - length * 0.35} ${x - w * 0.8} ${y - length * 0.8} ${x} ${y - length}`;
  return turn(
    angle,
    path(
      `${half}C${x + w * 0.8} ${y - length * 0.8} ${x + w} ${y - length * 0.35} ${x} ${y}Z`,
      fill,
    ) + path(`${half}Z`, 'ffffff', fade(0.14)),
    x,
    y,
  );
};

export const flame = (x, y, size = 1) =>
  shift(
    x,
    y,
    path('M0 0C-16-6-17-24 0-48C17-24 16-6 0 0Z', STUFF.flame) +
      path('M0-2C-8-6-8-16 0-28C8-16 8-6 0-2Z', STUFF.glow),
    size,
  );

/** A paper label with the shop's mark of two lines. */
export const label = (x, y, w, h, ink, fill = STUFF.paper) =>
  rect(x, y, w, h, 4, fill) +
  rect(x + w * 0.2, y + h * 0.32, w * 0.6, Math.max(4, h * 0.1), 2, ink) +
  rect(x + w * 0.3, y + h * 0.58, w * 0.4, Math.max(3, h * 0.07), 2, ink, fade(0.6));

export const heart = (x, y, size, fill) =>
  shift(
    x,
    y,
    path('M0 38C-62-4-44-52-14-46C-6-44-1-38 0-32C1-38 6-44 14-46C44-52 62-4 0 38Z', fill),
    size,
  );

export const star = (x, y, r, fill, points = 5, inner = 0.45) =>
  path(
    `M${times(points * 2, (i) => {
      const angle = (Math.PI * i) / points;
      const reach = i % 2 ? r * inner : r;
      return `${(x + reach * Math.sin(angle)).toFixed(1)} ${(y - reach * Math.cos(angle)).toFixed(1)} `;
    })}Z`,
    fill,
  );

/** The whole picture around what was drawn, on a quiet ground in the product's own tint. */
export function frame(drawn, base) {
  const isWhitish = [0, 2, 4].every((i) => Number.parseInt(base.slice(i, i + 2), 16) > 200);
  const ground = isWhitish ? mix(base, 'b7a284', 0.36) : mix(base, 'fbf3e6', 0.8);
  const fills = [...new Set(drawn.match(/url\(#[rs][0-9a-f]{6}\)/g))].map((fill) =>
    fill.slice(5, -1),
  );
  const stop = (offset, hex) => `<stop offset="${offset}" stop-color="#${hex}"/>`;
  const defs = fills.map((name) => {
    const hex = name.slice(1);
    const { dark } = tones(hex);
    const light = mix(hex, 'fff8ea', 0.3);
    return name[0] === 'r'
      ? `<linearGradient id="${name}">${stop(0, mix(hex, light, 0.5))}${stop(0.1, light)}${stop(0.22, light)}${stop(0.34, hex)}${stop(0.62, hex)}${stop(0.78, dark)}${stop(1, dark)}</linearGradient>`
      : `<linearGradient id="${name}" x2=".6" y2="1">${stop(0, mix(hex, 'fff8ea', 0.14))}${stop(1, mix(hex, '2c1d18', 0.07))}</linearGradient>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400"><defs>${defs.join('')}</defs>${rect(0, 0, 400, 400, 0, ground)}${path('M0 300H400V400H0Z', mix(ground, '8a6a48', 0.1))}${drawn}</svg>`;
}
