import {
  dot,
  FLOOR,
  fade,
  flame,
  heart,
  label,
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
  times,
  turn,
  turned,
} from './shapes.mjs';

/** The desk, and light to see it by. */
export const study = {
  notebook: (c) =>
    shadow(92) +
    rect(112, 84, 188, 242, 10, STUFF.paper) +
    rect(112, 84, 188, 242, 10, 'none', ` stroke="#${STUFF.card}" stroke-width="3"`) +
    rect(104, 78, 188, 242, 10, slab(c.base)) +
    rect(104, 78, 24, 242, 10, c.dark) +
    rect(254, 78, 9, 242, 0, c.deep) +
    rect(156, 130, 76, 44, 4, STUFF.paper) +
    rect(168, 146, 52, 4, 2, c.dark) +
    path('M176 320H190V346L183 338L176 346Z', c.deep),
  'fountain-pen': (c) =>
    shadow(110) +
    turn(
      48,
      rect(182, 40, 36, 170, 14, round(c.base)) +
        rect(182, 176, 36, 12, 0, STUFF.brass) +
        rect(212, 60, 10, 86, 5, STUFF.brass) +
        path('M184 208H216L210 264H190Z', round(c.deep)) +
        path('M190 264H210L213 300L200 338L187 300Z', round(STUFF.brass)) +
        line('M200 300V334', STUFF.ink, 2.5) +
        dot(200, 298, 4, STUFF.ink),
    ) +
    line('M70 316C96 296 110 336 134 314', c.deep, 5),
  'ink-bottle': (c) =>
    shadow(94) +
    rect(108, 196, 184, 130, 30, mix(STUFF.glass, 'ffffff', 0.25), fade(0.95)) +
    path('M116 236H284V292Q284 318 258 318H142Q116 318 116 292Z', c.base) +
    path('M160 172H240L250 200H150Z', mix(STUFF.glass, 'ffffff', 0.1)) +
    rect(150, 122, 100, 56, 8, round(STUFF.iron)) +
    label(146, 238, 108, 62, c.dark),
  pencils: (c) =>
    shadow(80) +
    [
      [132, 96, c.base],
      [166, 74, c.dark],
      [200, 90, c.light],
      [234, 70, c.base],
      [268, 100, c.dark],
    ]
      .map(
        ([x, y, fill], i) =>
          path(`M${x - 15} ${y + 46}L${x} ${y}L${x + 15} ${y + 46}Z`, STUFF.cream) +
          path(
            `M${x - 6} ${y + 18}L${x} ${y}L${x + 6} ${y + 18}Z`,
            ['b8473d', STUFF.ink, '54789f', STUFF.ink, '6d8c5a'][i],
          ) +
          rect(x - 16, y + 44, 32, 326 - y - 44, 2, round(fill)),
      )
      .join('') +
    path('M110 222H292V256Q200 268 110 256Z', STUFF.paper) +
    rect(176, 232, 48, 6, 3, c.deep),
  'desk-tray': (c) =>
    shadow(128) +
    [0, 1]
      .map(
        (i) =>
          path(`M70 ${226 + i * 74}H330L316 ${254 + i * 74 - 4}H84Z`, round(c.base)) +
          path(`M70 ${226 + i * 74}L104 ${192 + i * 74}H296L330 ${226 + i * 74}Z`, c.dark) +
          path(
            `M98 ${222 + i * 74}L116 ${180 + i * 74}H288L300 ${222 + i * 74}Z`,
            [STUFF.paper, STUFF.cream][i],
          ) +
          line(`M128 ${196 + i * 74}H272M124 ${206 + i * 74}H250`, STUFF.card, 4),
      )
      .join('') +
    rect(74, 226, 12, 98, 3, c.deep) +
    rect(314, 226, 12, 98, 3, c.deep),
  'pen-pot': (c) =>
    shadow(72) +
    turn(
      -12,
      rect(156, 84, 20, 150, 5, round('d2a23a')) + path('M156 84L166 56L176 84Z', STUFF.cream),
      166,
      230,
    ) +
    turn(
      4,
      rect(188, 66, 18, 160, 5, round('54789f')) + rect(186, 56, 22, 30, 6, STUFF.ink),
      197,
      230,
    ) +
    turn(
      16,
      rect(222, 92, 22, 140, 5, round('b8473d')) + path('M222 92L233 62L244 92Z', STUFF.cream),
      233,
      230,
    ) +
    path('M128 196H272L264 312Q200 332 136 312Z', round(c.base)) +
    path('M130 232H270L268 254Q200 268 132 254Z', c.print, fade(0.35)),
  'greeting-cards': (c) =>
    shadow(108) +
    turn(
      -9,
      rect(84, 120, 170, 190, 5, STUFF.card) +
        path('M84 120L169 214L254 120Z', mix(STUFF.card, '2c1d18', 0.14)),
    ) +
    turn(
      6,
      rect(150, 96, 164, 222, 5, STUFF.paper) +
        rect(164, 110, 136, 194, 3, slab(c.base)) +
        leaf(232, 240, 70, -34, c.pale) +
        leaf(232, 240, 84, 0, c.light) +
        leaf(232, 240, 70, 34, c.pale) +
        line('M232 282V200', c.print, 4) +
        heart(232, 274, 0.42, c.print),
    ),
  'year-planner': (c) =>
    shadow(110) +
    rect(86, 92, 228, 234, 8, STUFF.paper) +
    path('M86 100Q86 92 94 92H306Q314 92 314 100V148H86Z', slab(c.base)) +
    times(6, (i) => rect(112 + i * 34, 78, 8, 32, 4, STUFF.iron)) +
    rect(116, 124, 92, 9, 4, c.print) +
    times(20, (i) =>
      rect(
        106 + (i % 5) * 40,
        166 + Math.floor(i / 5) * 38,
        30,
        28,
        4,
        [3, 9, 16].includes(i) ? c.base : mix(STUFF.paper, STUFF.card, 0.45),
      ),
    ),
  book: (c) =>
    shadow(116) +
    [
      [96, 282, 210, c.base],
      [110, 238, 192, c.dark],
      [90, 194, 206, c.light],
    ]
      .map(
        ([x, y, w, fill]) =>
          rect(x, y, w, 44, 6, slab(fill)) +
          rect(x + w - 18, y + 7, 18, 30, 0, STUFF.paper) +
          rect(x + 24, y + 8, 6, 28, 0, STUFF.brass) +
          rect(x + 54, y + 18, 74, 7, 3, c.pale),
      )
      .join(''),
  'table-lamp': (c) =>
    shadow(66) +
    path('M200 96L330 300H70Z', STUFF.glow, fade(0.28)) +
    rect(194, 180, 12, 60, 3, STUFF.brass) +
    turned(
      [
        [222, 24],
        [262, 58],
        [300, 46],
        [320, 60],
      ],
      round(c.base),
    ) +
    path('M152 74H248L290 190Q200 208 110 190Z', round(STUFF.cream)) +
    path('M110 190Q200 208 290 190L286 180Q200 196 114 180Z', STUFF.card),
  'lamp-shade': (c) =>
    shadow(112) +
    oval(200, 308, 126, 18, c.deep) +
    path('M134 116H266L326 306Q200 334 74 306Z', round(c.base)) +
    oval(200, 116, 66, 10, c.pale) +
    line('M134 116L200 122L266 116', STUFF.brass, 4) +
    path('M78 294Q200 322 322 294L326 306Q200 334 74 306Z', c.dark),
  'pendant-lamp': (c) =>
    line('M200 0V112', STUFF.ink, 6) +
    rect(182, 104, 36, 36, 8, STUFF.brass) +
    path('M92 258L40 400H360L308 258Z', STUFF.glow, fade(0.35)) +
    path('M86 260C88 174 142 136 200 136C258 136 312 174 314 260Q200 280 86 260Z', round(c.base)) +
    oval(200, 262, 114, 13, c.deep) +
    path('M168 264Q200 300 232 264Z', STUFF.glow),
  'light-bulb': (c) =>
    shadow(44) +
    oval(200, 168, 116, 116, STUFF.glow, fade(0.4)) +
    path(
      'M200 78C258 78 288 122 288 166C288 214 246 226 238 266H162C154 226 112 214 112 166C112 122 142 78 200 78Z',
      round(mix(c.base, 'fff3d0', 0.35)),
    ) +
    line(
      'M184 262L172 178L188 194L200 172L212 194L228 178L216 262',
      mix(c.base, 'b06a1c', 0.55),
      5,
    ) +
    rect(160, 262, 80, 44, 8, round(STUFF.steel)) +
    line('M162 276H238M162 290H238', STUFF.iron, 4) +
    rect(180, 304, 40, 20, 8, STUFF.iron) +
    path(
      'M146 126Q158 100 182 96',
      'none',
      ' stroke="#fff" stroke-width="9" stroke-linecap="round"',
    ),
  candle: (c) =>
    shadow(70) +
    oval(200, 112, 74, 74, STUFF.glow, fade(0.5)) +
    rect(138, 162, 124, 164, 12, round(c.base)) +
    oval(200, 164, 62, 12, c.pale) +
    path('M138 170V222Q150 240 156 214Q160 200 170 204Q180 210 182 176Z', c.light) +
    line('M200 164V146', STUFF.ink, 5) +
    flame(200, 150, 1.25) +
    rect(164, 236, 72, 50, 4, STUFF.paper) +
    rect(178, 256, 44, 5, 2, c.dark),
  'candle-holder': (c) =>
    shadow(74) +
    oval(200, 70, 52, 52, STUFF.glow, fade(0.5)) +
    rect(180, 96, 40, 118, 6, round(STUFF.cream)) +
    line('M200 96V84', STUFF.ink, 4) +
    flame(200, 88) +
    turned(
      [
        [206, 34],
        [222, 24],
        [236, 14],
        [258, 22],
        [276, 13],
        [304, 24],
        [320, 78],
      ],
      round(c.base),
    ) +
    oval(200, 207, 42, 8, c.light),
  matches: (c) =>
    shadow(106) +
    turn(
      -7,
      path('M92 190H302V230H92Z', STUFF.card) +
        times(
          9,
          (i) =>
            rect(106 + i * 21, 150 + (i % 2) * 5, 9, 60, 3, STUFF.wood) +
            oval(110.5 + i * 21, 150 + (i % 2) * 5, 9, 12, 'b8473d'),
        ) +
        rect(84, 206, 228, 112, 8, slab(c.base)) +
        rect(84, 292, 228, 26, 6, c.deep) +
        rect(134, 224, 128, 54, 27, STUFF.paper) +
        flame(198, 272, 0.8),
    ),
  batteries: (c) =>
    shadow(92) +
    [-58, 58]
      .map(
        (x) =>
          rect(178 + x, 92, 44, 26, 6, STUFF.steel) +
          rect(152 + x, 108, 96, 218, 14, round(c.base)) +
          path(
            `M${152 + x} 122Q${152 + x} 108 ${166 + x} 108H${234 + x}Q${248 + x} 108 ${248 + x} 122V164H${152 + x}Z`,
            round(STUFF.brass),
          ) +
          path(
            `M${208 + x} 192L${176 + x} 250H${198 + x}L${190 + x} 292L${226 + x} 232H${204 + x}Z`,
            STUFF.paper,
          ),
      )
      .join(''),
  'tea-light': (c) =>
    shadow(80) +
    oval(200, 168, 84, 84, STUFF.glow, fade(0.45)) +
    path('M118 176H282L264 312Q200 332 136 312Z', mix(c.base, 'ffffff', 0.15), fade(0.92)) +
    path('M124 210H276L264 312Q200 332 136 312Z', round(c.base)) +
    oval(200, 176, 82, 14, c.light) +
    oval(200, 178, 70, 9, c.dark) +
    flame(200, 176, 1.1) +
    times(5, (i) => heart(146 + i * 27, 258 + Math.sin((i * Math.PI) / 4) * 8, 0.2, c.pale)),
  mirror: (c) =>
    oval(208, 206, 116, 140, '2c1d18', fade(0.14)) +
    oval(200, 196, 118, 142, slab(c.base)) +
    oval(200, 196, 94, 118, c.dark) +
    oval(200, 196, 90, 114, 'cfdedd') +
    path('M132 240L232 94L262 116L150 276Z', 'ffffff', fade(0.5)),
  clock: (c) =>
    oval(208, 208, 126, 126, '2c1d18', fade(0.14)) +
    dot(200, 198, 126, slab(c.base)) +
    dot(200, 198, 104, STUFF.paper) +
    times(12, (i) =>
      turn(
        i * 30,
        rect(i % 3 ? 198 : 196, 104, i % 3 ? 4 : 8, i % 3 ? 12 : 20, 2, STUFF.ink),
        200,
        198,
      ),
    ) +
    line('M200 198V132', STUFF.ink, 8) +
    line('M200 198L252 226', STUFF.ink, 8) +
    dot(200, 198, 10, c.dark),
  frame: (c) =>
    rect(98, 62, 220, 276, 6, '2c1d18', fade(0.14)) +
    rect(90, 54, 220, 276, 6, slab(c.base)) +
    rect(112, 76, 176, 232, 0, c.dark) +
    rect(116, 80, 168, 224, 0, STUFF.paper) +
    rect(140, 110, 120, 164, 0, 'cfdcd6') +
    path('M140 236L178 186L206 218L230 196L260 232V274H140Z', STUFF.fern) +
    dot(228, 144, 15, STUFF.flame),
  sign: (c) =>
    line('M110 160L200 74L290 160', STUFF.bark, 6) +
    dot(200, 72, 8, STUFF.iron) +
    rect(66, 156, 276, 124, 10, '2c1d18', fade(0.14)) +
    rect(60, 148, 276, 124, 10, slab(c.base)) +
    rect(72, 160, 252, 100, 6, 'none', ` stroke="#${c.print}" stroke-width="4" opacity=".7"`) +
    rect(112, 188, 172, 14, 7, c.print) +
    rect(142, 220, 112, 10, 5, c.print, fade(0.7)),
  drawers: (c) =>
    shadow(100, 206) +
    rect(104, 92, 192, 226, 10, slab(c.base)) +
    rect(96, 84, 208, 18, 6, c.dark) +
    times(
      3,
      (i) => rect(118, 116 + i * 64, 164, 54, 5, c.light) + dot(200, 143 + i * 64, 9, STUFF.brass),
    ) +
    rect(112, 314, 20, FLOOR - 310, 3, c.deep) +
    rect(268, 314, 20, FLOOR - 310, 3, c.deep),
  hook: (c) =>
    rect(66, 132, 276, 74, 14, '2c1d18', fade(0.14)) +
    rect(62, 124, 276, 74, 14, slab(c.base)) +
    times(
      3,
      (i) =>
        dot(112 + i * 88, 161, 18, STUFF.brass) +
        line(`M${112 + i * 88} 166V232Q${112 + i * 88} 262 ${136 + i * 88} 254`, STUFF.iron, 13) +
        dot(137 + i * 88, 250, 9, STUFF.iron),
    ),
};
