import { bag } from './garden.mjs';
import {
  dot,
  fade,
  heart,
  line,
  mix,
  oval,
  path,
  rect,
  rim,
  round,
  STUFF,
  shadow,
  shift,
  slab,
  star,
  times,
  turn,
  turned,
} from './shapes.mjs';

const cube = (x, y, size, hex, mark) =>
  rect(x, y, size, size, 8, slab(hex)) +
  rect(
    x + 9,
    y + 9,
    size - 18,
    size - 18,
    5,
    'none',
    ` stroke="#${mix(hex, 'fffaf0', 0.6)}" stroke-width="4"`,
  ) +
  mark;
// A strip that is cut off square, as rails are.
const band = (d, colour, width) => path(d, 'none', ` stroke="#${colour}" stroke-width="${width}"`);
const wheel = (x, y, r, hex) =>
  dot(x, y, r, STUFF.ink) + dot(x, y, r * 0.62, hex) + dot(x, y, r * 0.2, STUFF.ink);

/** For children and for animals. */
export const play = {
  'building-blocks': (c) =>
    shadow(116) +
    cube(86, 226, 100, c.base, star(136, 276, 30, STUFF.paper)) +
    cube(206, 226, 100, mix(c.base, 'f2be3e', 0.6), heart(256, 280, 0.62, STUFF.paper)) +
    turn(
      -6,
      cube(148, 122, 100, mix(c.base, '6fa8d6', 0.65), dot(198, 172, 27, STUFF.paper)),
      198,
      172,
    ),
  'toy-train': (c) =>
    shadow(130) +
    rect(60, 268, 280, 22, 8, STUFF.wood) +
    rect(66, 138, 96, 132, 8, slab(c.base)) +
    rect(54, 122, 120, 22, 8, c.deep) +
    rect(88, 164, 52, 46, 6, 'dbe7e6') +
    rect(162, 190, 158, 80, 38, round(c.light)) +
    path('M268 134H312L302 192H278Z', round(c.deep)) +
    oval(290, 134, 24, 7, STUFF.ink) +
    rect(206, 168, 30, 28, 10, STUFF.brass) +
    [
      [108, 32],
      [196, 26],
      [264, 26],
      [322, 18],
    ]
      .map(([x, r]) => wheel(x, 326 - r, r, 'd8a24a'))
      .join(''),
  'train-tracks': (c) =>
    band('M80 336C80 186 160 104 344 104', mix(c.base, '2c1d18', 0.3), 92) +
    band('M74 326C74 176 152 94 344 94', c.base, 92) +
    band('M96 326C96 192 168 116 344 116M52 326C52 160 138 72 344 72', c.deep, 9) +
    times(6, (i) => {
      const angle = ((i + 0.6) * Math.PI) / 13;
      const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
      const point = (reach) => `${Math.round(322 - reach * cos)} ${Math.round(330 - reach * sin)}`;
      return line(`M${point(216)}L${point(284)}`, c.dark, 3, fade(0.5));
    }) +
    dot(344, 94, 20, c.base) +
    oval(74, 316, 17, 17, c.deep),
  'picture-book': (c) =>
    shadow(132) +
    path('M54 116Q130 90 200 120Q270 90 346 116V310Q270 288 200 318Q130 288 54 310Z', c.deep) +
    path('M64 106Q132 82 200 112V304Q132 276 64 298Z', STUFF.paper) +
    path('M336 106Q268 82 200 112V304Q268 276 336 298Z', mix(STUFF.paper, STUFF.card, 0.25)) +
    path('M80 236Q120 196 184 240V284Q132 264 80 280Z', c.base) +
    dot(142, 156, 22, STUFF.flame) +
    path('M226 178Q262 140 316 168V270Q268 258 226 276Z', c.light) +
    dot(262, 206, 15, c.deep) +
    dot(290, 200, 15, c.deep) +
    line('M226 138Q268 118 314 132M96 190Q120 184 130 188', STUFF.card, 6),
  crayons: (c) =>
    shadow(106) +
    ['b8473d', 'ddb24a', '6d8c5a', '54789f', '7d6391']
      .map(
        (hex, i) =>
          path(
            `M${112 + i * 38} 112L${124 + i * 38} 72H${132 + i * 38}L${144 + i * 38} 112Z`,
            mix(hex, 'ffffff', 0.12),
          ) +
          rect(110 + i * 38, 110, 36, 120, 4, round(hex)) +
          rect(110 + i * 38, 126, 36, 6, 0, mix(hex, '2c1d18', 0.4)),
      )
      .join('') +
    path('M96 196Q200 224 304 196V318Q304 326 296 326H104Q96 326 96 318Z', slab(c.base)) +
    rect(132, 246, 136, 50, 25, STUFF.paper) +
    rect(160, 266, 80, 9, 4, c.dark),
  'drawing-pad': (c) =>
    shadow(104) +
    rect(92, 94, 216, 232, 6, c.deep) +
    rect(92, 94, 216, 224, 6, slab(mix(c.base, 'ffffff', 0.45))) +
    times(9, (i) => rect(104 + i * 23, 78, 8, 34, 4, STUFF.iron)) +
    path('M124 284L172 206L202 252L226 222L276 284Z', STUFF.leaf) +
    dot(240, 172, 24, STUFF.flame) +
    turn(
      40,
      rect(286, 150, 20, 150, 3, round('b8473d')) + path('M286 300L296 330L306 300Z', STUFF.cream),
      296,
      240,
    ),
  'soft-toy': (c) =>
    shadow(92) +
    [138, 262].map((x) => dot(x, 92, 30, c.dark) + dot(x, 92, 16, c.pale)).join('') +
    oval(118, 236, 30, 50, c.dark) +
    oval(282, 236, 30, 50, c.dark) +
    oval(200, 252, 84, 76, round(c.base)) +
    oval(200, 262, 48, 50, c.light) +
    oval(140, 312, 38, 24, c.dark) +
    oval(260, 312, 38, 24, c.dark) +
    oval(140, 314, 20, 12, c.light) +
    oval(260, 314, 20, 12, c.light) +
    oval(200, 140, 82, 72, slab(c.base)) +
    oval(200, 164, 36, 28, c.pale) +
    oval(200, 152, 13, 9, STUFF.ink) +
    line('M200 160V174M186 178Q200 188 214 178', STUFF.ink, 4) +
    dot(166, 132, 8, STUFF.ink) +
    dot(234, 132, 8, STUFF.ink) +
    path('M158 200L200 214L242 200V228L200 214L158 228Z', 'b8473d'),
  'night-light': (c) =>
    shadow(62) +
    oval(206, 178, 146, 146, STUFF.glow, fade(0.4)) +
    path('M236 72A112 112 0 1 0 300 232A88 88 0 1 1 236 72Z', slab(c.base)) +
    star(266, 150, 26, STUFF.flame) +
    star(304, 196, 14, STUFF.flame) +
    line('M172 186Q180 194 188 186', STUFF.ink, 4) +
    path('M140 286H250L262 318Q200 332 128 318Z', round(STUFF.wood)),
  doll: (c) =>
    shadow(76) +
    path('M156 196H244L286 306Q200 328 114 306Z', slab(c.base)) +
    line('M160 208L116 258M240 208L284 258', 'e7c3a3', 16) +
    dot(200, 136, 62, '7a4f38') +
    dot(134, 160, 24, '7a4f38') +
    dot(266, 160, 24, '7a4f38') +
    oval(200, 144, 46, 46, 'f0d0b2') +
    path('M152 130Q200 84 248 130Q200 112 152 130Z', '7a4f38') +
    dot(184, 146, 5, STUFF.ink) +
    dot(216, 146, 5, STUFF.ink) +
    line('M188 166Q200 174 212 166', 'b8473d', 4) +
    times(4, (i) => heart(144 + i * 38, 284 + (i % 3 ? 6 : 0), 0.24, c.pale)),
  game: (c) =>
    shadow(134) +
    path('M106 196H294L344 314H56Z', c.deep) +
    path('M106 188H294L344 304H56Z', slab(c.base)) +
    times(16, (i) => {
      const [row, column] = [Math.floor(i / 4), i % 4];
      if ((row + column) % 2) return '';
      const at = (k, r) => `${Math.round(200 + (k - 2) * (41 + r * 6.5))} ${196 + r * 25}`;
      return path(
        `M${at(column, row)}L${at(column + 1, row)}L${at(column + 1, row + 1)}L${at(column, row + 1)}Z`,
        STUFF.paper,
      );
    }) +
    turn(
      -12,
      rect(112, 96, 66, 66, 14, slab(STUFF.paper)) +
        [
          [128, 112],
          [162, 146],
          [145, 129],
          [162, 112],
          [128, 146],
        ]
          .map(([x, y]) => dot(x, y, 6, STUFF.ink))
          .join(''),
      145,
      129,
    ) +
    path(
      'M236 226C246 190 226 172 240 160C220 132 280 132 260 160C274 172 254 190 264 226Z',
      round('b8473d'),
    ),
  'dog-bed': (c) =>
    shadow(136) +
    oval(200, 268, 148, 62, c.dark) +
    oval(200, 248, 148, 62, round(c.base)) +
    oval(200, 240, 108, 38, c.deep) +
    oval(200, 248, 104, 34, slab(STUFF.cream)) +
    path('M124 302Q200 330 276 302L270 318Q200 338 130 318Z', c.dark) +
    shift(
      200,
      250,
      oval(0, 4, 15, 11, STUFF.card) +
        [
          [-19, -8],
          [-7, -16],
          [7, -16],
          [19, -8],
        ]
          .map(([x, y]) => oval(x, y, 6, 7, STUFF.card))
          .join(''),
    ),
  'dog-lead': (c) =>
    shadow(90) +
    line(
      'M136 90C56 110 66 250 160 276C270 300 330 232 292 172C254 122 168 150 176 208C186 262 252 256 262 216',
      c.dark,
      22,
    ) +
    line(
      'M136 86C56 106 66 246 160 272C270 296 330 228 292 168C254 118 168 146 176 204C186 258 252 252 262 212',
      c.base,
      18,
    ) +
    line(
      'M136 86C56 106 66 246 160 272C270 296 330 228 292 168',
      c.light,
      4,
      ' stroke-dasharray="10 8"',
    ) +
    line('M128 88C120 50 176 46 172 86C170 104 140 106 128 88Z', c.base, 14) +
    rect(254, 196, 18, 26, 4, STUFF.brass) +
    line('M263 222C282 236 282 268 262 270C246 270 246 250 256 244', STUFF.brass, 9),
  'dog-collar': (c) =>
    shadow(104, 206, 300) +
    oval(200, 190, 122, 86, 'none', ` stroke="#${c.dark}" stroke-width="38"`) +
    oval(200, 182, 122, 86, 'none', ` stroke="#${c.base}" stroke-width="34"`) +
    oval(
      200,
      182,
      122,
      86,
      'none',
      ` stroke="#${c.pale}" stroke-width="3" stroke-dasharray="9 8"`,
    ) +
    rect(286, 142, 48, 62, 8, 'none', ` stroke="#${STUFF.brass}" stroke-width="9"`) +
    line('M310 172H336', STUFF.brass, 7) +
    dot(196, 286, 11, STUFF.steel) +
    dot(196, 318, 30, round(STUFF.brass)) +
    heart(196, 322, 0.36, STUFF.paper),
  'dog-treats': (c) =>
    bag(
      c,
      shift(
        200,
        220,
        turn(
          -24,
          rect(-38, -11, 76, 22, 6, c.base) +
            [
              [-38, -11],
              [-38, 11],
              [38, -11],
              [38, 11],
            ]
              .map(([x, y]) => dot(x, y, 15, c.base))
              .join(''),
          0,
          0,
        ),
      ),
    ),
  'cat-treats': (c) =>
    bag(
      c,
      path(
        'M148 220C170 178 224 178 244 216L262 196V246L244 226C224 262 170 262 148 220Z',
        c.base,
      ) +
        dot(172, 214, 6, STUFF.paper) +
        line('M196 200Q206 220 196 242M214 202Q224 220 214 240', c.pale, 4),
    ),
  'cat-scratcher': (c) =>
    shadow(100) +
    line('M262 116V170', STUFF.ink, 3) +
    dot(262, 184, 16, 'b8473d') +
    rect(168, 116, 64, 192, 6, round(STUFF.card)) +
    times(15, (i) => line(`M168 ${128 + i * 12}L232 ${122 + i * 12}`, STUFF.bark, 3, fade(0.5))) +
    rect(126, 88, 148, 32, 14, slab(c.base)) +
    rect(96, 296, 208, 30, 12, slab(c.base)),
  'cat-toy': (c) =>
    shadow(104) +
    line('M292 268C344 266 324 188 356 178', c.deep, 8) +
    path(
      'M64 280C84 214 150 176 220 188C282 198 312 246 304 296Q300 318 276 318H110Q74 312 64 280Z',
      slab(c.base),
    ) +
    dot(162, 182, 34, c.dark) +
    dot(164, 184, 20, STUFF.blush) +
    dot(206, 184, 26, c.dark) +
    dot(110, 252, 8, STUFF.ink) +
    oval(66, 280, 11, 9, STUFF.blush) +
    line('M84 282L44 262M86 292L44 298', STUFF.ink, 2.5) +
    line('M214 300Q252 292 256 262', c.deep, 4, fade(0.5)),
  'feeding-bowl': (c) =>
    shadow(118) +
    path('M96 226H304L332 318Q200 334 68 318Z', round(c.base)) +
    oval(200, 226, 106, 22, c.light) +
    oval(200, 228, 90, 15, c.deep) +
    times(9, (i) => oval(136 + i * 16, 224 - (i % 3) * 6, 11, 8, [STUFF.bark, 'a9774b'][i % 2])) +
    shift(
      200,
      290,
      oval(0, 4, 13, 10, c.print) +
        [
          [-18, -7],
          [-6, -14],
          [6, -14],
          [18, -7],
        ]
          .map(([x, y]) => oval(x, y, 5.5, 6.5, c.print))
          .join(''),
    ),
  'money-bank': (c) =>
    shadow(96) +
    rect(130, 286, 34, 40, 10, c.dark) +
    rect(236, 286, 34, 40, 10, c.dark) +
    oval(198, 226, 112, 84, slab(c.base)) +
    path('M132 164L126 122L170 148Z', c.dark) +
    oval(300, 232, 22, 28, c.light) +
    dot(294, 230, 4, c.deep) +
    dot(306, 230, 4, c.deep) +
    dot(262, 196, 7, STUFF.ink) +
    line('M88 224C64 220 66 190 84 196', c.dark, 8) +
    rect(172, 150, 56, 8, 4, c.deep) +
    dot(200, 118, 26, round(STUFF.brass)),
  vase: (c) =>
    shadow(66) +
    line(
      'M196 170C190 130 170 100 158 84M204 170C206 120 214 90 214 70M206 170C220 140 240 120 252 104',
      STUFF.fern,
      5,
    ) +
    [
      [158, 84, 22, STUFF.blush],
      [214, 66, 26, 'b8473d'],
      [254, 100, 21, STUFF.flame],
    ]
      .map(([x, y, r, fill]) => dot(x, y, r, fill) + dot(x, y, r * 0.4, STUFF.cream))
      .join('') +
    turned(
      [
        [160, 30],
        [184, 26],
        [226, 64],
        [280, 68],
        [320, 40],
      ],
      round(c.base),
    ) +
    rim(160, 30, c.light, 200, 0.22),
};
