import {
  dot,
  FLOOR,
  fade,
  flame,
  heart,
  leaf,
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
  turned,
} from './shapes.mjs';

const ring = (x, y, r, count, draw) =>
  times(count, (i) => {
    const angle = (2 * Math.PI * i) / count;
    return draw(x + r * Math.sin(angle), y - r * Math.cos(angle), (360 * i) / count, i);
  });
const near = (value) => Math.round(value);

/** Out of doors, and the feasts of the year. */
export const seasons = {
  rucksack: (c) =>
    shadow(96) +
    line('M168 92C168 44 232 44 232 92', c.deep, 13) +
    path('M112 180C84 190 84 292 112 300M288 180C316 190 316 292 288 300', c.dark) +
    path('M118 150C118 68 282 68 282 150V304Q282 326 260 326H140Q118 326 118 304Z', slab(c.base)) +
    path('M112 150C112 62 288 62 288 150V196Q200 222 112 196Z', c.light) +
    rect(138, 232, 124, 74, 14, c.dark) +
    rect(138, 232, 124, 22, 10, c.deep) +
    [160, 224]
      .map((x) => rect(x, 176, 16, 78, 4, STUFF.bark) + rect(x - 3, 206, 22, 16, 4, STUFF.brass))
      .join(''),
  'lunch-box': (c) =>
    shadow(116) +
    line('M154 156C154 108 246 108 246 156', c.deep, 14) +
    rect(80, 196, 240, 130, 24, slab(c.base)) +
    rect(74, 152, 252, 62, 24, slab(c.light)) +
    rect(178, 190, 44, 50, 8, STUFF.paper) +
    rect(188, 200, 24, 10, 4, c.dark) +
    rect(104, 262, 48, 8, 4, c.dark) +
    rect(104, 280, 30, 8, 4, c.dark),
  'picnic-blanket': (c) =>
    shadow(124) +
    rect(70, 186, 246, 140, 66, slab(c.base)) +
    times(5, (i) => rect(96 + i * 40, 186, 14, 140, 0, c.light, fade(0.55))) +
    times(3, (i) => rect(78, 210 + i * 36, 220, 12, 0, c.deep, fade(0.35))) +
    oval(290, 256, 44, 70, c.dark) +
    [34, 24, 13].map((r, i) => oval(290, 256, r, r * 1.6, [c.light, c.dark, c.light][i])).join('') +
    [126, 222]
      .map((x) => rect(x, 182, 18, 148, 4, STUFF.bark) + rect(x - 4, 246, 26, 24, 4, STUFF.brass))
      .join('') +
    line('M135 184C140 120 226 120 231 184', STUFF.bark, 11),
  'cool-bag': (c) =>
    shadow(100) +
    line('M146 158C146 78 254 78 254 158', c.deep, 13) +
    path('M100 158H300V312Q300 326 286 326H114Q100 326 100 312Z', slab(c.base)) +
    path('M100 158L122 132H278L300 158V182H100Z', c.light) +
    line('M104 182H296', STUFF.paper, 4, ' stroke-dasharray="6 5"') +
    rect(132, 220, 136, 84, 12, c.dark) +
    times(3, (i) => turn(i * 60, rect(196, 232, 8, 60, 4, STUFF.paper), 200, 262)),
  'camping-lamp': (c) =>
    shadow(78) +
    line('M134 152C112 40 288 40 266 152', STUFF.iron, 8) +
    oval(200, 218, 116, 108, STUFF.glow, fade(0.4)) +
    rect(142, 160, 116, 116, 14, mix(STUFF.glow, 'ffffff', 0.3), fade(0.9)) +
    flame(200, 258, 1.5) +
    [150, 244].map((x) => rect(x, 156, 6, 124, 3, STUFF.iron)).join('') +
    path('M126 162Q132 116 200 112Q268 116 274 162Z', round(c.base)) +
    rect(184, 92, 32, 24, 6, c.deep) +
    path('M132 272H268L284 314Q200 332 116 314Z', round(c.base)),
  'bird-feeder': (c) =>
    line('M200 0V76', STUFF.bark, 5) +
    path('M76 176L200 72L324 176L306 192L200 104L94 192Z', slab(c.dark)) +
    path('M118 180L200 112L282 180V268H118Z', slab(c.base)) +
    rect(146, 176, 108, 92, 6, 'dfe8e2') +
    path('M146 222Q176 200 200 214Q230 200 254 220V268H146Z', STUFF.card) +
    times(12, (i) => oval(156 + (i % 6) * 18, 236 + Math.floor(i / 6) * 18, 5, 4, STUFF.bark)) +
    rect(88, 266, 224, 20, 8, c.deep) +
    path(
      'M262 266C258 236 280 226 296 236C306 226 320 234 318 240L330 246L316 250C312 268 290 276 276 266Z',
      '54789f',
    ) +
    dot(308, 242, 3.5, STUFF.ink) +
    path('M276 262Q284 246 300 250Q294 268 276 262Z', STUFF.flame),
  umbrella: (c) =>
    line('M200 96V296Q200 324 176 324Q154 324 154 302', STUFF.bark, 11) +
    path(
      'M56 214C60 122 124 76 200 76C276 76 340 122 344 214Q320 190 296 214Q272 190 248 214Q224 190 200 214Q176 190 152 214Q128 190 104 214Q80 190 56 214Z',
      round(c.base),
    ) +
    path(
      'M200 76C166 110 150 160 152 214Q176 190 200 214Q224 190 248 214C250 160 234 110 200 76Z',
      c.light,
      fade(0.7),
    ) +
    rect(194, 56, 12, 26, 5, STUFF.bark),
  'fairy-lights': (c) =>
    line('M36 96Q120 196 200 150T364 120M36 226Q110 310 200 270T364 236', STUFF.fern, 5) +
    [
      [74, 132],
      [126, 160],
      [182, 156],
      [236, 134],
      [292, 118],
      [344, 120],
      [70, 256],
      [122, 284],
      [182, 278],
      [238, 254],
      [294, 238],
      [346, 236],
    ]
      .map(
        ([x, y], i) =>
          oval(x, y + 26, 32, 34, STUFF.glow, fade(0.55)) +
          rect(x - 7, y - 2, 14, 14, 4, STUFF.fern) +
          path(
            `M${x - 10} ${y + 11}H${x + 10}C${x + 18} ${y + 30} ${x + 8} ${y + 44} ${x} ${y + 50}C${x - 8} ${y + 44} ${x - 18} ${y + 30} ${x - 10} ${y + 11}Z`,
            i % 2 ? mix(c.base, 'f0a93c', 0.35) : mix(c.base, 'ffe9a8', 0.3),
          ),
      )
      .join(''),
  bauble: (c) =>
    line('M200 0V70', STUFF.brass, 4) +
    line('M190 84C184 62 216 62 210 84', STUFF.brass, 6) +
    rect(176, 82, 48, 34, 6, round(STUFF.brass)) +
    dot(200, 214, 106, round(c.base)) +
    path('M99 184Q200 222 301 184L306 222Q200 262 94 222Z', c.print, fade(0.5)) +
    times(7, (i) => star(116 + i * 28, 216 + Math.sin((i * Math.PI) / 6) * 18, 10, c.pale)) +
    oval(152, 158, 18, 27, 'ffffff', fade(0.45)),
  'advent-calendar': (c) =>
    shadow(104) +
    path('M84 180L200 62L316 180V326H84Z', slab(c.base)) +
    path('M66 188L200 50L334 188L316 202L200 84L84 202Z', c.deep) +
    path('M66 188L200 50L334 188L322 180L200 62L78 180Z', 'ffffff', fade(0.9)) +
    [
      [178, 116],
      [128, 176],
      [178, 176],
      [228, 176],
      [104, 230],
      [154, 230],
      [204, 230],
      [254, 230],
      [104, 280],
      [254, 280],
    ]
      .map(
        ([x, y], i) =>
          rect(x, y, 40, 38, 4, [STUFF.paper, STUFF.flame, c.pale, STUFF.blush][i % 4]) +
          rect(x + 14, y + 14, 12, 10, 3, c.dark),
      )
      .join('') +
    path('M168 326V290Q168 274 184 274H216Q232 274 232 290V326Z', STUFF.bark) +
    dot(222, 302, 4, STUFF.brass),
  wreath: (c) =>
    ring(200, 208, 100, 26, (x, y, a, i) =>
      leaf(near(x), near(y), 64, a + 62, i % 2 ? STUFF.fern : '3f6149'),
    ) +
    ring(200, 208, 92, 22, (x, y, a, i) =>
      leaf(near(x), near(y), 52, a + 118, i % 2 ? STUFF.leaf : STUFF.fern),
    ) +
    ring(
      200,
      208,
      98,
      9,
      (x, y, _a, i) =>
        dot(near(x), near(y), 13, i % 2 ? c.base : c.light) +
        dot(near(x) - 4, near(y) - 4, 3.5, 'ffffff'),
    ) +
    path(
      'M200 308C160 276 126 300 138 326C150 342 182 330 200 312C218 330 250 342 262 326C274 300 240 276 200 308Z',
      slab(c.base),
    ) +
    path('M196 314L172 376L194 364L200 330L206 364L228 376L204 314Z', c.dark) +
    rect(186, 298, 28, 28, 9, c.deep),
  'gift-wrap': (c) =>
    shadow(110) +
    turn(
      -32,
      rect(50, 164, 300, 44, 20, round(c.light)) +
        times(9, (i) => dot(84 + i * 31, 186, 8, c.print)) +
        oval(350, 186, 10, 22, c.deep),
    ) +
    turn(
      24,
      rect(56, 206, 292, 58, 26, round(c.base)) +
        times(8, (i) => star(90 + i * 33, 235, 13, c.print)) +
        oval(346, 235, 14, 29, c.deep) +
        oval(346, 235, 7, 17, STUFF.card),
    ),
  ribbon: (c) =>
    shadow(96) +
    path('M194 206L122 320L160 308L180 330L210 214Z', c.dark) +
    path('M206 206L278 320L240 308L220 330L190 214Z', c.base) +
    path('M200 202C160 110 62 106 66 176C70 244 150 242 200 202Z', slab(c.base)) +
    path('M200 202C240 110 338 106 334 176C330 244 250 242 200 202Z', slab(c.light)) +
    path('M188 198C158 156 104 148 104 176C106 206 154 212 188 198Z', c.deep) +
    path('M212 198C242 156 296 148 296 176C294 206 246 212 212 198Z', c.dark) +
    rect(176, 176, 48, 52, 16, round(c.base)),
  'biscuit-cutter': (c) =>
    star(208, 214, 140, '2c1d18', 5, 0.5).replace('/>', ' opacity=".14"/>') +
    star(200, 200, 142, c.dark, 5, 0.5) +
    star(200, 196, 142, slab(c.base), 5, 0.5) +
    star(200, 200, 124, c.deep, 5, 0.5) +
    star(200, 204, 122, 'e3b878', 5, 0.5) +
    [
      [178, 176],
      [222, 176],
      [200, 214],
      [170, 226],
      [230, 226],
    ]
      .map(([x, y]) => dot(x, y, 5, 'b07c3c'))
      .join(''),
  'easter-eggs': (c) =>
    shadow(116) +
    [
      [132, 226, c.light, -8],
      [268, 226, mix(c.base, 'f0b48f', 0.6), 8],
      [200, 206, c.base, 0],
    ]
      .map(([x, y, fill, a], i) =>
        turn(
          a,
          path(
            `M${x} ${y - 96}C${x + 52} ${y - 90} ${x + 74} ${y + 4} ${x + 66} ${y + 50}C${x + 56} ${y + 104} ${x - 56} ${y + 104} ${x - 66} ${y + 50}C${x - 74} ${y + 4} ${x - 52} ${y - 90} ${x} ${y - 96}Z`,
            round(fill),
          ) +
            (i === 1
              ? times(6, (k) =>
                  dot(x - 36 + (k % 3) * 36, y - 10 + Math.floor(k / 3) * 44, 8, STUFF.paper),
                )
              : line(
                  `M${x - 60} ${y + 10}L${x - 36} ${y - 8}L${x - 12} ${y + 10}L${x + 12} ${y - 8}L${x + 36} ${y + 10}L${x + 60} ${y - 8}M${x - 64} ${y + 48}H${x + 64}`,
                  STUFF.paper,
                  6,
                )),
          x,
          y,
        ),
      )
      .join(''),
  tree: (c) =>
    shadow(70) +
    rect(184, 286, 32, FLOOR - 284, 4, STUFF.bark) +
    [
      [132, 296, 112],
      [104, 236, 90],
      [78, 176, 66],
    ]
      .map(([top, bottom, half]) =>
        path(
          `M200 ${top - 40}L${200 + half} ${bottom}Q200 ${bottom + 18} ${200 - half} ${bottom}Z`,
          round('476b4c'),
        ),
      )
      .join('') +
    [
      [176, 160],
      [222, 182],
      [160, 218],
      [206, 224],
      [244, 246],
      [148, 276],
      [196, 280],
      [236, 284],
    ]
      .map(([x, y], i) => dot(x, y, 9, [c.base, STUFF.flame, c.light][i % 3]))
      .join('') +
    star(200, 44, 26, STUFF.flame),
  bunting: (c) =>
    line('M20 110Q200 210 380 110', STUFF.bark, 5) +
    times(6, (i) => {
      const x = 56 + i * 58;
      const y = 162 - ((x - 200) / 180) ** 2 * 48;
      return (
        path(
          `M${x - 26} ${near(y - 3)}H${x + 26}L${x} ${near(y + 92)}Z`,
          slab([c.base, STUFF.cream, c.light, c.dark, STUFF.cream, c.base][i]),
        ) + dot(x, near(y + 28), 8, i % 3 === 1 ? c.base : c.pale)
      );
    }),
  balloon: (c) =>
    line(
      'M200 250C190 290 214 310 200 370M132 232C150 290 190 320 196 360M268 232C250 290 212 320 204 360',
      STUFF.bark,
      3,
    ) +
    [
      [132, 142, c.light, 66],
      [268, 142, c.dark, 66],
      [200, 150, c.base, 78],
    ]
      .map(
        ([x, y, fill, r]) =>
          oval(x, y, r, r * 1.22, round(fill)) +
          path(
            `M${x - 9} ${near(y + r * 1.3)}L${x} ${near(y + r * 1.16)}L${x + 9} ${near(y + r * 1.3)}Z`,
            fill,
          ),
      )
      .join(''),
  gift: (c) =>
    shadow(108) +
    rect(104, 182, 192, 144, 8, slab(c.base)) +
    rect(92, 146, 216, 48, 8, slab(c.light)) +
    rect(182, 146, 36, 180, 0, c.print) +
    path(
      'M200 146C164 84 108 92 118 126C126 150 170 150 200 146C236 84 292 92 282 126C274 150 230 150 200 146Z',
      c.print,
    ) +
    oval(152, 122, 15, 10, c.dark) +
    oval(248, 122, 15, 10, c.dark),
  decoration: (c) =>
    line('M200 20V106', STUFF.bark, 4) +
    heart(200, 262, 2.9, '2c1d18').replace(
      '<path',
      '<path opacity=".14" transform="translate(3 4)"',
    ) +
    heart(200, 258, 2.9, slab(c.base)) +
    heart(200, 242, 2.1, 'none').replace(
      'fill="none"',
      `fill="none" stroke="#${c.print}" stroke-width="2" stroke-dasharray="5 4" opacity=".7"`,
    ) +
    path(
      'M200 122C176 88 150 100 158 118C166 132 188 130 200 122C212 130 234 132 242 118C250 100 224 88 200 122Z',
      c.print,
    ) +
    turned(
      [
        [98, 6],
        [112, 6],
      ],
      STUFF.brass,
    ),
  angel: (c) =>
    shadow(60) +
    path(
      'M190 190C110 110 60 150 74 210C84 262 150 256 190 222ZM210 190C290 110 340 150 326 210C316 262 250 256 210 222Z',
      c.pale,
    ) +
    path('M200 164L268 316Q200 336 132 316Z', round(c.base)) +
    dot(200, 132, 38, 'f0d0b2') +
    path('M162 132Q164 90 200 90Q236 90 238 132Q220 108 200 112Q180 108 162 132Z', STUFF.brass) +
    oval(200, 74, 34, 9, 'none', ` stroke="#${STUFF.flame}" stroke-width="6"`) +
    star(200, 226, 18, c.print),
};
