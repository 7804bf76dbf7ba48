import {
  dot,
  FLOOR,
  fade,
  leaf,
  line,
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

/** A filled sack with a label on which `shape` is printed. */
export const bag = (c, shape) =>
  shadow(84) +
  path(
    'M108 118Q130 108 124 96H276Q270 108 292 118L300 306Q298 326 276 326H124Q102 326 100 306Z',
    round(c.base),
  ) +
  path('M120 96H280L276 80H124Z', c.dark) +
  rect(136, 160, 128, 118, 10, STUFF.paper) +
  shape;

/** For gardens and what lives there. */
export const garden = {
  'plant-pot': (c) =>
    shadow(66) +
    [
      [-52, 110, STUFF.fern],
      [50, 116, STUFF.leaf],
      [-24, 140, STUFF.leaf],
      [24, 138, STUFF.fern],
      [0, 152, STUFF.leaf],
    ]
      .map(([a, l, f]) => leaf(200, 220, l, a, f))
      .join('') +
    path('M134 220H266L250 314Q200 332 150 314Z', round(c.base)) +
    rect(124, 206, 152, 30, 8, round(c.light)),
  'potting-soil': (c) =>
    bag(
      c,
      leaf(200, 254, 66, -36) +
        leaf(200, 254, 66, 36, STUFF.fern) +
        path('M150 254H250V268H150Z', STUFF.soil),
    ),
  'bird-seed': (c) =>
    bag(
      c,
      path(
        'M156 226C160 196 190 184 212 196C230 182 250 200 242 206L258 212L240 218C236 244 196 256 172 236L148 246Z',
        c.base,
      ) +
        dot(228, 204, 4, STUFF.paper) +
        times(6, (i) => oval(160 + i * 16, 264, 4, 6, c.dark)),
    ),
  'flower-seeds': (c) =>
    shadow(78) +
    rect(122, 84, 156, 242, 6, slab(STUFF.paper)) +
    path('M122 84H278V122H122Z', c.base) +
    line('M200 230V300', STUFF.fern, 7) +
    leaf(200, 290, 50, -56) +
    leaf(200, 280, 50, 56, STUFF.fern) +
    times(8, (i) => turn(i * 45, oval(200, 172, 17, 28, i % 2 ? c.base : c.light), 200, 206)) +
    dot(200, 206, 20, STUFF.bark),
  'herb-seeds': (c) =>
    shadow(78) +
    rect(122, 84, 156, 242, 6, slab(STUFF.card)) +
    path('M122 84H278V122H122Z', c.base) +
    line('M200 160V304', c.dark, 6) +
    times(
      3,
      (i) =>
        leaf(200, 292 - i * 44, 58 - i * 6, -58, c.base, 0.42) +
        leaf(200, 280 - i * 44, 58 - i * 6, 58, c.dark, 0.42),
    ) +
    leaf(200, 178, 44, 0, c.base, 0.42),
  'watering-can': (c) =>
    shadow(84, 220) +
    line('M196 146C214 62 348 108 296 232', c.dark, 15) +
    path('M146 272L70 168L84 156L162 226Z', c.base) +
    turn(-34, oval(74, 158, 31, 12, c.deep) + oval(74, 154, 31, 11, c.light), 74, 158) +
    path('M148 176H284L296 312Q216 334 138 312Z', round(c.base)) +
    oval(216, 176, 68, 13, c.deep) +
    path('M148 176A68 13 0 0 1 216 163V190Q160 190 148 176Z', c.light) +
    path('M141 274Q216 294 293 274L294 288Q216 308 140 288Z', c.dark, fade(0.5)),
  trowel: (c) =>
    shadow(90) +
    turn(
      36,
      rect(184, 32, 32, 116, 15, slab(c.base)) +
        rect(190, 140, 20, 20, 4, STUFF.brass) +
        rect(193, 154, 14, 40, 4, STUFF.iron) +
        path(
          'M158 190Q200 176 242 190C248 260 226 318 200 344C174 318 152 260 158 190Z',
          slab(STUFF.steel),
        ) +
        path('M200 186V340C174 318 152 260 158 190Q178 184 200 186Z', 'ffffff', fade(0.3)),
    ),
  'garden-gloves': (c) =>
    shadow(104) +
    [
      [-58, -10, c.dark],
      [52, 8, c.base],
    ]
      .map(([x, a, fill]) =>
        shift(
          x,
          0,
          turn(
            a,
            path(
              'M152 322V216L128 178C118 158 138 144 152 162L166 182V108C166 88 190 88 190 108V94C190 74 214 74 214 94V104C214 88 238 88 238 106V128C240 112 260 114 260 132V236L246 322Z',
              slab(fill),
            ) +
              rect(146, 282, 106, 44, 8, STUFF.cream) +
              line('M190 112V180M214 108V180M238 130V184', c.deep, 4, fade(0.5)),
          ),
        ),
      )
      .join(''),
  'plant-food': (c) =>
    shadow(58) +
    rect(176, 76, 48, 40, 8, round(c.deep)) +
    path(
      'M172 112H228V138C252 148 262 162 262 186V306Q262 326 242 326H158Q138 326 138 306V186C138 162 148 148 172 138Z',
      round(c.base),
    ) +
    rect(138, 196, 124, 96, 0, STUFF.paper) +
    leaf(200, 280, 66, -26) +
    leaf(200, 280, 66, 30, STUFF.fern) +
    rect(138, 300, 124, 6, 0, c.light),
  flower: (c) =>
    shadow(56) +
    line('M200 250V150M196 250L148 180M204 250L254 184', STUFF.fern, 7) +
    [
      [200, 122, 1],
      [140, 168, 0.78],
      [262, 172, 0.78],
    ]
      .map(([x, y, s]) =>
        shift(
          x,
          y,
          times(6, (i) => turn(i * 60, oval(0, -28, 17, 26, i % 2 ? c.base : c.light), 0, 0)) +
            dot(0, 0, 15, STUFF.brass),
          s,
        ),
      )
      .join('') +
    leaf(198, 240, 60, -70) +
    leaf(204, 240, 60, 66, STUFF.fern) +
    turned(
      [
        [226, 40],
        [270, 60],
        [318, 44],
      ],
      round(STUFF.cream),
    ) +
    rim(226, 40, STUFF.paper),
  basket: (c) =>
    shadow(108) +
    line('M104 206C104 60 296 60 296 206', c.dark, 14) +
    path('M84 200H316L288 314Q200 332 112 314Z', round(c.base)) +
    times(3, (i) =>
      line(
        `M${94 + i * 7} ${232 + i * 28}Q200 ${244 + i * 28} ${306 - i * 7} ${232 + i * 28}`,
        c.deep,
        4,
        fade(0.45),
      ),
    ) +
    times(9, (i) =>
      line(
        `M${102 + i * 24.5} 206L${124 + i * 19} ${314 + Math.sin((i * Math.PI) / 8) * 8}`,
        c.light,
        4,
        fade(0.7),
      ),
    ) +
    rect(76, 188, 248, 22, 11, c.dark),
  birdhouse: (c) =>
    shadow(50) +
    rect(190, 280, 20, FLOOR - 276, 4, STUFF.bark) +
    path('M120 160H280V292H120Z', slab(c.base)) +
    path('M96 172L200 84L304 172L290 186L200 112L110 186Z', round(c.deep)) +
    dot(200, 210, 28, STUFF.ink) +
    rect(193, 252, 14, 28, 6, STUFF.wood),
  bird: (c) =>
    shadow(70) +
    line('M188 290L184 324M216 290L218 324', STUFF.bark, 6) +
    path(
      'M96 176L70 168L98 156C106 118 154 112 178 146C240 142 284 190 330 196L296 228C280 282 206 312 152 282C118 262 108 214 96 176Z',
      slab(c.base),
    ) +
    path('M170 206C206 190 250 204 268 226C244 262 190 266 170 206Z', c.dark) +
    dot(124, 156, 7, STUFF.ink) +
    path('M108 208C120 250 150 280 186 290C160 292 118 270 108 208Z', c.pale, fade(0.7)),
};
