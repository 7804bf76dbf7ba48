import {
  dot,
  fade,
  heart,
  label,
  line,
  mix,
  oval,
  path,
  rect,
  round,
  STUFF,
  shadow,
  slab,
  star,
  times,
  turn,
} from './shapes.mjs';

const beads = (count, draw) =>
  times(count, (i) => {
    const angle = Math.PI * (0.08 + (0.84 * i) / (count - 1));
    return draw(Math.round(200 + 112 * Math.cos(angle)), Math.round(96 + 160 * Math.sin(angle)), i);
  });

/** To wear and to carry, and the plain things that any shop has. */
export const wear = {
  bag: (c) =>
    shadow(100) +
    line('M148 176C140 54 260 54 252 176', c.dark, 13) +
    path('M96 150H304L318 312Q200 334 82 312Z', slab(c.base)) +
    path('M96 150H304L306 172H94Z', c.dark) +
    times(12, (i) =>
      dot(
        124 + (i % 4) * 50 + (Math.floor(i / 4) % 2) * 14,
        204 + Math.floor(i / 4) * 38,
        11,
        c.print,
      ).replace('/>', ' opacity=".45"/>'),
    ),
  purse: (c) =>
    shadow(100) +
    path('M108 182Q76 300 108 316Q200 336 292 316Q324 300 292 182Z', slab(c.base)) +
    path('M104 190Q104 134 200 134Q296 134 296 190Z', round(STUFF.brass)) +
    path('M116 190Q120 150 200 150Q280 150 284 190Z', c.dark) +
    dot(188, 128, 12, STUFF.brass) +
    dot(212, 128, 12, mix(STUFF.brass, '2c1d18', 0.2)) +
    [
      [146, 236],
      [200, 262],
      [254, 236],
      [166, 290],
      [234, 290],
    ]
      .map(([x, y]) => heart(x, y, 0.36, c.pale))
      .join(''),
  necklace: (c) =>
    line('M96 60C90 220 150 262 200 262C250 262 310 220 304 60', STUFF.brass, 4) +
    beads(
      15,
      (x, y, i) =>
        dot(x, y, 9 + 7 * Math.sin((i * Math.PI) / 14), i % 2 ? c.base : c.light) +
        dot(x - 4, y - 4, 3, 'ffffff'),
    ) +
    heart(200, 314, 1, slab(c.base)),
  bracelet: (c) =>
    shadow(110, 204, 300) +
    times(22, (i) => {
      const angle = (2 * Math.PI * i) / 22;
      const [x, y] = [
        Math.round(200 + 112 * Math.sin(angle)),
        Math.round(210 - 76 * Math.cos(angle)),
      ];
      return (
        dot(x, y, 17, [c.base, c.light, c.dark][i % 3]) +
        dot(x - 5, y - 5, 4, mix('ffffff', c.base, 0.15))
      );
    }) +
    heart(200, 320, 0.7, round(STUFF.brass)),
  ring: (c) =>
    shadow(80) +
    oval(
      200,
      236,
      86,
      86,
      'none',
      ` stroke="#${mix(STUFF.brass, '2c1d18', 0.2)}" stroke-width="24"`,
    ) +
    oval(197, 234, 86, 86, 'none', ` stroke="#${STUFF.brass}" stroke-width="16"`) +
    path('M150 104L172 78H228L250 104L200 164Z', slab(c.base)) +
    path('M150 104H250L200 164Z', c.dark, fade(0.6)) +
    path('M172 78L184 104L200 78L216 104L228 78Z', c.pale, fade(0.7)),
  earrings: (c) =>
    [130, 270]
      .map(
        (x) =>
          line(`M${x} 140C${x - 4} 84 ${x + 36} 84 ${x + 28} 124`, STUFF.brass, 6) +
          dot(x, 146, 12, round(STUFF.brass)) +
          path(
            `M${x} 156C${x + 54} 220 ${x + 52} 290 ${x} 300C${x - 52} 290 ${x - 54} 220 ${x} 156Z`,
            round(c.base),
          ) +
          oval(x, 252, 22, 28, c.light) +
          dot(x - 7, 242, 6, 'ffffff'),
      )
      .join(''),
  brooch: (c) =>
    shadow(70, 204, 318) +
    times(9, (i) => turn(i * 40, oval(200, 132, 30, 54, i % 2 ? c.base : c.light), 200, 204)) +
    dot(200, 204, 38, round(STUFF.brass)) +
    times(6, (i) => turn(i * 60, dot(200, 182, 6, STUFF.paper), 200, 204)),
  hair: (c) =>
    shadow(110, 204, 290) +
    turn(
      -14,
      rect(70, 206, 262, 26, 13, round(STUFF.steel)) +
        path(
          'M118 214C60 160 80 108 130 130C136 74 204 82 200 140C250 92 296 146 236 182C286 214 232 262 194 224C160 262 104 246 118 214Z',
          slab(c.base),
        ) +
        dot(172, 178, 24, c.pale),
    ),
  scarf: (c) =>
    shadow(80) +
    path('M118 92Q200 180 282 92L296 146Q200 240 104 146Z', slab(c.light)) +
    path('M170 186L150 326H206L216 196Z', slab(c.base)) +
    path('M214 186L232 300H284L250 168Z', c.dark) +
    times(3, (i) => rect(152 + 2 - i, 238 + i * 26, 58, 9, 0, c.print, fade(0.45))) +
    times(6, (i) => line(`M${154 + i * 9.6} 326V340M${236 + i * 9} 300V314`, c.base, 4)),
  hat: (c) =>
    shadow(90) +
    path('M110 250C106 128 294 128 290 250Z', slab(c.base)) +
    dot(200, 116, 34, c.pale) +
    rect(94, 240, 212, 74, 26, round(c.light)) +
    times(9, (i) => line(`M${114 + i * 21.5} 250V304`, c.dark, 4, fade(0.4))) +
    times(4, (i) => star(140 + i * 40, 206 - (i % 3 ? 14 : 0), 13, c.pale)),
  sock: (c) =>
    shadow(92) +
    path(
      'M142 84H230V208C230 232 304 252 310 288Q312 324 276 324H184C150 324 142 300 142 268Z',
      slab(c.base),
    ) +
    rect(134, 74, 104, 46, 12, STUFF.cream) +
    path('M310 288Q312 324 276 324H256Q258 280 284 262Q306 272 310 288Z', c.dark) +
    [
      [170, 160],
      [204, 190],
      [170, 220],
      [196, 260],
    ]
      .map(([x, y]) => star(x, y, 14, c.pale))
      .join(''),
  shirt: (c) =>
    shadow(90) +
    path(
      'M146 92Q200 132 254 92L330 138L300 204L270 190V322H130V190L100 204L70 138Z',
      slab(c.base),
    ) +
    path('M146 92Q200 132 254 92L240 86Q200 114 160 86Z', c.dark) +
    heart(200, 218, 0.9, c.print),
  cushion: (c) =>
    shadow(116) +
    path(
      'M92 112Q72 84 104 92Q200 112 296 92Q328 84 308 112Q288 206 308 298Q328 330 296 320Q200 302 104 320Q72 330 92 298Q112 206 92 112Z',
      slab(c.base),
    ) +
    path(
      'M126 130Q200 144 274 130Q260 206 274 284Q200 270 126 284Q140 206 126 130Z',
      'none',
      ` stroke="#${c.print}" stroke-width="4" opacity=".5"`,
    ) +
    times(6, (i) => turn(i * 60, oval(200, 180, 12, 22, c.print, fade(0.55)), 200, 207)) +
    dot(200, 207, 11, c.print),
  'door-mat': (c) =>
    path('M70 186H330L362 312H38Z', '2c1d18', fade(0.16)) +
    path('M74 180H326L356 302H44Z', slab(c.base)) +
    path('M92 194H308L332 288H68Z', 'none', ` stroke="#${c.print}" stroke-width="6" opacity=".6"`) +
    heart(200, 256, 0.9, c.print) +
    line('M112 236H150M250 236H288', c.print, 9),
  'paper-bag': (c) =>
    shadow(90) +
    line('M160 120C156 54 244 54 240 120', c.deep, 6) +
    path('M112 112H288V326H112Z', slab(c.base)) +
    path('M112 112H140V326H112Z', c.dark, fade(0.5)) +
    heart(212, 236, 1.1, c.print),
  stickers: (c) =>
    shadow(110) +
    rect(92, 84, 216, 240, 8, STUFF.paper) +
    [
      [146, 144, 0],
      [254, 144, 1],
      [146, 234, 2],
      [254, 234, 3],
    ]
      .map(
        ([x, y, i]) =>
          [
            dot(x, y, 36, c.base) + heart(x, y + 2, 0.42, STUFF.paper),
            star(x, y, 44, c.light),
            heart(x, y + 8, 0.92, c.dark),
            dot(x, y, 36, c.pale) + star(x, y, 22, c.base),
          ][i],
      )
      .join('') +
    path('M262 324L308 278V316Q308 324 300 324Z', STUFF.card) +
    rect(128, 290, 96, 8, 4, STUFF.card),
  tape: (c) =>
    shadow(104) +
    [
      [148, 232, 90, c.base],
      [262, 254, 70, c.light],
    ]
      .map(
        ([x, y, r, fill]) =>
          dot(x, y, r, slab(fill)) +
          oval(
            x,
            y,
            r - 12,
            r - 12,
            'none',
            ` stroke="#${c.print}" stroke-width="9" stroke-dasharray="10 12" opacity=".55"`,
          ) +
          dot(x, y, r * 0.52, STUFF.card) +
          dot(x, y, r * 0.42, mix(STUFF.cream, STUFF.card, 0.5)),
      )
      .join(''),
  box: (c) =>
    shadow(112) +
    path('M88 178L200 150L312 178V306L200 330L88 306Z', c.base) +
    path('M88 178L200 206V330L88 306Z', c.light) +
    path('M200 206L312 178V306L200 330Z', c.dark) +
    path('M80 162L200 132L320 162V190L200 220L80 190Z', c.base) +
    path('M80 162L200 192V220L80 190Z', c.pale) +
    path('M80 162L200 132L320 162L200 192Z', slab(c.light)) +
    path('M124 216L164 226V262L124 252Z', STUFF.paper) +
    path('M132 226L156 232V236L132 230ZM132 238L148 242V246L132 242Z', c.dark),
  parcel: (c) =>
    shadow(96) +
    rect(104, 128, 192, 198, 10, slab(STUFF.card)) +
    rect(184, 128, 32, 198, 0, c.base) +
    rect(104, 208, 192, 30, 0, c.base) +
    path(
      'M200 222C164 176 132 188 142 212C150 230 180 228 200 222C236 176 268 188 258 212C250 230 220 228 200 222Z',
      c.dark,
    ) +
    label(224, 256, 56, 50, STUFF.ink),
};
