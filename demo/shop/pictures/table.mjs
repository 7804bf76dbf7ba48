import {
  dot,
  fade,
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
  times,
  turn,
  turned,
} from './shapes.mjs';

const cup = (c, x, top, half, height, colour = c.base) =>
  turned(
    [
      [top, half],
      [top + height * 0.55, half * 0.96],
      [top + height * 0.9, half * 0.72],
      [top + height, half * 0.6],
    ],
    round(colour),
    x,
  ) + rim(top, half, mix(colour, 'fff8ea', 0.2), x);

/** What stands on a laid table and what is poured from. */
export const table = {
  mug: (c) =>
    shadow(78) +
    line('M268 190C330 176 334 276 262 276', c.base, 20) +
    line('M268 190C330 176 334 276 262 276', c.dark, 20, fade(0.35)) +
    turned(
      [
        [156, 78],
        [230, 78],
        [300, 76],
        [322, 68],
      ],
      round(c.base),
    ) +
    rim(156, 78, c.light) +
    oval(200, 160, 62, 8, STUFF.bark) +
    path('M122 262H278V276H122Z', c.print, fade(0.5)),
  cup: (c) =>
    shadow(104) +
    oval(200, 318, 112, 14, c.dark) +
    oval(200, 312, 112, 14, c.light) +
    line('M258 222C306 212 304 276 246 276', c.dark, 13) +
    cup(c, 200, 204, 70, 106) +
    oval(200, 208, 56, 7, STUFF.bark),
  tumbler: (c) =>
    shadow(66) +
    path('M138 120H262L250 316Q200 330 150 316Z', mix(STUFF.glass, c.base, 0.25), fade(0.55)) +
    path('M143 190H257L250 314Q200 328 150 314Z', mix(STUFF.water, c.base, 0.6), fade(0.8)) +
    oval(200, 190, 57, 8, mix(c.base, 'ffffff', 0.55)) +
    oval(200, 120, 62, 9, 'ffffff', fade(0.75)) +
    path('M154 134H168L172 300H162Z', 'ffffff', fade(0.5)),
  'wine-glass': (c) =>
    shadow(50) +
    path(
      'M150 96H250C262 178 240 216 206 220V312H194V220C160 216 138 178 150 96Z',
      mix(STUFF.glass, 'ffffff', 0.35),
      fade(0.8),
    ) +
    path('M146 150H254C254 186 236 210 200 212C164 210 146 186 146 150Z', c.base, fade(0.85)) +
    oval(200, 318, 52, 9, mix(STUFF.glass, 'ffffff', 0.3)) +
    oval(200, 150, 54, 7, c.light) +
    path('M160 104H172C168 150 172 186 186 204C162 190 154 160 160 104Z', 'ffffff', fade(0.5)),
  carafe: (c) =>
    shadow(80) +
    turned(
      [
        [96, 42],
        [150, 30],
        [200, 46],
        [270, 84],
        [318, 78],
      ],
      mix(STUFF.glass, c.base, 0.2),
    ) +
    path(
      'M141 232Q200 218 259 232C284 262 288 300 278 318Q200 336 122 318C112 300 116 262 141 232Z',
      c.base,
      fade(0.75),
    ) +
    rim(96, 42, mix(STUFF.glass, 'ffffff', 0.5)) +
    rect(164, 150, 72, 34, 10, round(STUFF.wood)) +
    path('M140 246C124 268 122 292 128 308L140 310C134 288 138 262 150 246Z', 'ffffff', fade(0.45)),
  bottle: (c) =>
    shadow(52) +
    turned(
      [
        [100, 20],
        [150, 21],
        [190, 50],
        [230, 54],
        [312, 54],
        [322, 48],
      ],
      round(c.base),
    ) +
    rect(178, 74, 44, 36, 6, round(c.deep)) +
    rect(154, 226, 92, 66, 4, STUFF.paper) +
    rect(172, 246, 56, 7, 3, c.dark) +
    rect(182, 262, 36, 5, 2, c.base),
  'water-bottle': (c) =>
    shadow(56) +
    rect(146, 132, 108, 194, 20, round(c.base)) +
    path('M146 180H254V196H146Z', c.dark, fade(0.5)) +
    rect(152, 78, 96, 60, 14, round(c.deep)) +
    rect(146, 304, 108, 22, 10, round(STUFF.steel)),
  jug: (c) =>
    shadow(78) +
    line('M262 168C334 150 330 268 258 270', c.dark, 17) +
    turned(
      [
        [126, 54],
        [170, 58],
        [250, 80],
        [322, 62],
      ],
      round(c.base),
    ) +
    path('M146 126L116 108Q150 114 200 116H254V132H146Z', c.light) +
    rim(126, 54, c.light),
  teapot: (c) =>
    shadow(96) +
    path('M120 250C84 250 86 210 58 196L76 184C112 190 118 214 138 222Z', c.base) +
    line('M276 206C346 186 346 296 270 288', c.dark, 17) +
    turned(
      [
        [184, 62],
        [216, 88],
        [262, 98],
        [304, 80],
        [322, 62],
      ],
      round(c.base),
    ) +
    oval(200, 184, 64, 12, c.dark) +
    path('M140 182C146 156 254 156 260 182Q200 196 140 182Z', c.light) +
    dot(200, 152, 13, round(c.base)),
  kettle: (c) =>
    shadow(96) +
    line('M136 176C130 92 270 92 264 176', STUFF.bark, 16) +
    path('M110 258C78 250 76 214 48 196L62 182C104 194 112 210 136 226Z', c.base) +
    turned(
      [
        [172, 56],
        [210, 84],
        [290, 100],
        [318, 96],
      ],
      round(c.base),
    ) +
    oval(200, 172, 56, 10, c.dark) +
    dot(200, 158, 12, STUFF.bark) +
    rect(102, 306, 196, 18, 8, round(STUFF.iron)),
  'dinner-plate': (c) =>
    shadow(120) +
    dot(200, 204, 122, mix(c.base, '2c1d18', 0.1)) +
    dot(200, 200, 122, slab(c.base)) +
    dot(200, 200, 84, mix(c.base, 'fff8ea', 0.25)) +
    dot(200, 203, 80, mix(c.base, 'fff8ea', 0.1)) +
    oval(200, 200, 112, 112, 'none', ` stroke="#${c.print}" stroke-width="3" opacity=".4"`),
  'mixing-bowl': (c) =>
    shadow(86) +
    turned(
      [
        [204, 120],
        [250, 108],
        [296, 70],
        [322, 54],
      ],
      round(c.base),
    ) +
    rim(204, 120, c.light, 200, 0.2),
  'cereal-bowl': (c) =>
    shadow(92) +
    times(
      3,
      (i) =>
        turned(
          [
            [250 - i * 44, 100 - i * 6],
            [276 - i * 44, 92 - i * 6],
            [304 - i * 44, 60],
            [322 - i * 44, 48],
          ],
          round([c.dark, c.base, c.light][i]),
        ) + rim(250 - i * 44, 100 - i * 6, [c.base, c.light, c.pale][i], 200, 0.18),
    ),
  tray: (c) =>
    shadow(130) +
    path('M62 300L92 210H308L338 300Z', slab(c.base)) +
    path('M62 300H338V318H62Z', c.dark) +
    path('M84 288L108 222H292L316 288Z', c.light) +
    line('M58 268C40 270 36 296 58 296M342 268C360 270 364 296 342 296', c.deep, 9) +
    shift(128, 120, cup(c, 70, 54, 40, 74, STUFF.cream)) +
    oval(162, 262, 36, 11, STUFF.wood),
  cutlery: (c) =>
    shadow(90) +
    path(
      'M104 84V150C104 172 116 178 122 182V316H138V182C144 178 156 172 156 150V84H146V142H136V84H124V142H114V84Z',
      round(STUFF.steel),
    ) +
    path('M196 84C222 100 226 168 216 200H208V316H192V84Z', round(STUFF.steel)) +
    oval(274, 126, 26, 42, round(STUFF.steel)) +
    rect(266, 160, 16, 156, 6, round(STUFF.steel)) +
    times(3, (i) => rect([118, 188, 262][i], 226, 24, 100, 10, round(c.base))),
  spoon: (c) =>
    shadow(100) +
    turn(
      -18,
      oval(160, 124, 36, 50, round(c.base)) +
        oval(156, 122, 24, 36, c.dark, fade(0.4)) +
        rect(151, 166, 18, 154, 9, round(c.base)),
    ) +
    turn(
      16,
      rect(220, 80, 64, 74, 20, round(c.light)) +
        rect(236, 98, 8, 40, 4, c.dark) +
        rect(258, 98, 8, 40, 4, c.dark) +
        rect(243, 150, 18, 170, 9, round(c.light)),
    ),
  coaster: (c) =>
    shadow(110) +
    times(
      4,
      (i) =>
        oval(200, 312 - i * 18, 112, 34, i % 2 ? c.dark : mix(c.base, '2c1d18', 0.32)) +
        oval(200, 306 - i * 18, 112, 34, i % 2 ? c.light : c.base),
    ) +
    oval(
      200,
      252,
      86,
      25,
      'none',
      ` stroke="#${c.print}" stroke-width="3" stroke-dasharray="8 7" opacity=".6"`,
    ),
  napkins: (c) =>
    shadow(110) +
    path('M88 318L136 150L312 190L318 318Z', slab(c.base)) +
    path('M136 150L312 190L176 262Z', c.light) +
    path('M88 318L136 150L176 262Z', c.dark, fade(0.7)) +
    line('M108 300H304M112 288H304', c.print, 3, fade(0.5)) +
    rect(178, 236, 62, 34, 16, round(STUFF.wood)),
  tablecloth: (c) =>
    shadow(130) +
    path(
      'M76 174H324L344 322Q318 300 296 322Q272 300 248 322Q224 300 200 322Q176 300 152 322Q128 300 104 322Q84 304 56 322Z',
      slab(c.base),
    ) +
    oval(200, 174, 124, 26, c.light) +
    times(5, (i) =>
      path(
        `M${104 + i * 48} ${196}L${98 + i * 51} 312`,
        'none',
        ` stroke="#${c.dark}" stroke-width="3" opacity=".5"`,
      ),
    ) +
    line('M64 276Q200 300 336 276', c.print, 4, fade(0.5)),
  'cake-stand': (c) =>
    shadow(70) +
    turned(
      [
        [216, 18],
        [280, 14],
        [318, 60],
      ],
      round(c.base),
    ) +
    path('M70 196H330Q322 222 200 224Q78 222 70 196Z', round(c.base)) +
    oval(200, 196, 130, 16, c.light) +
    path('M128 132H272V190Q200 206 128 190Z', round(STUFF.cream)) +
    path(
      'M128 132Q200 112 272 132V152Q258 170 248 152Q236 176 222 154Q206 178 192 154Q178 172 166 152Q150 172 140 152L128 152Z',
      STUFF.blush,
    ) +
    dot(200, 116, 12, 'b8473d'),
};
