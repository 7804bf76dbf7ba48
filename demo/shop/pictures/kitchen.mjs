import {
  dot,
  fade,
  label,
  line,
  mix,
  oval,
  path,
  rect,
  rim,
  round,
  STUFF,
  shadow,
  slab,
  times,
  turn,
  turned,
} from './shapes.mjs';

const packet = (c, inner) =>
  shadow(72) +
  path('M124 112H276L284 318Q200 332 116 318Z', round(c.base)) +
  path('M122 112H278L274 86H126Z', c.dark) +
  times(9, (i) => rect(130 + i * 16, 88, 6, 20, 2, c.light, fade(0.5))) +
  inner;

/** Making coffee, tea and dinner. */
export const kitchen = {
  'coffee-beans': (c) =>
    packet(c, label(150, 174, 100, 96, c.dark)) +
    [
      [146, 322, -20],
      [246, 326, 30],
      [274, 318, -50],
    ]
      .map(([x, y, a]) =>
        turn(
          a,
          oval(x, y, 15, 10, STUFF.bark) +
            line(`M${x - 11} ${y}Q${x} ${y - 5} ${x + 11} ${y}`, STUFF.ink, 3),
          x,
          y,
        ),
      )
      .join(''),
  packet: (c) => packet(c, label(146, 164, 108, 118, c.dark)),
  'loose-tea': (c) =>
    shadow(74) +
    rect(128, 156, 144, 170, 14, round(c.base)) +
    rect(122, 118, 156, 48, 12, round(c.dark)) +
    rect(180, 104, 40, 18, 8, c.deep) +
    label(156, 196, 88, 88, c.dark),
  jar: (c) =>
    shadow(74) +
    rect(126, 132, 148, 194, 28, mix(STUFF.glass, 'ffffff', 0.3), fade(0.9)) +
    path('M134 190H266V296Q266 316 246 316H154Q134 316 134 296Z', c.base) +
    path('M134 190H266V204H134Z', c.light) +
    rect(132, 92, 136, 46, 10, round(STUFF.cork)) +
    label(156, 220, 88, 64, c.dark) +
    rect(140, 150, 12, 140, 6, 'ffffff', fade(0.4)),
  jam: (c) =>
    shadow(66) +
    rect(134, 164, 132, 162, 24, round(c.base)) +
    path(
      'M126 166L118 144Q120 106 200 106Q280 106 282 144L274 166Q262 154 250 166Q236 154 224 166Q212 154 200 166Q188 154 176 166Q164 154 150 166Q138 154 126 166Z',
      slab(STUFF.paper),
    ) +
    times(5, (i) => rect(140 + i * 28, 112, 8, 46, 2, c.base, fade(0.55))) +
    rect(130, 148, 140, 7, 3, c.dark) +
    label(156, 202, 88, 80, c.dark),
  tin: (c) =>
    shadow(92) +
    turned(
      [
        [176, 96],
        [300, 96],
        [318, 94],
      ],
      round(c.base),
    ) +
    path('M104 236H296V268Q200 282 104 268Z', c.print, fade(0.35)) +
    turned(
      [
        [144, 100],
        [178, 100],
      ],
      round(c.dark),
    ) +
    oval(200, 144, 100, 16, c.light) +
    oval(200, 144, 80, 11, c.base),
  'pour-over': (c) =>
    shadow(70) +
    path('M122 242H278L268 316Q200 330 132 316Z', mix(STUFF.glass, 'ffffff', 0.2), fade(0.85)) +
    path('M128 282H272L267 314Q200 328 133 314Z', STUFF.bark) +
    path('M110 110H290L226 216H174Z', round(c.base)) +
    rect(140, 216, 120, 18, 9, round(c.dark)) +
    rim(110, 90, c.light) +
    line('M276 140C316 138 312 192 250 190', c.dark, 11) +
    line('M150 138L178 200M200 140V204M250 138L222 200', c.dark, 4, fade(0.5)),
  'paper-filters': (c) =>
    shadow(92) +
    times(3, (i) =>
      path(
        `M${72 + i * 14} ${130 - i * 8}Q200 ${96 - i * 8} ${328 - i * 14} ${130 - i * 8}L${232 - i * 3} ${306 - i * 4}Q200 ${322 - i * 4} ${168 + i * 3} ${306 - i * 4}Z`,
        [mix(STUFF.card, c.base, 0.4), mix(STUFF.paper, c.base, 0.25), STUFF.paper][i],
      ),
    ) +
    line('M110 118L176 290M290 118L224 290M200 100V296', mix(STUFF.card, c.base, 0.4), 3) +
    path(
      'M166 280Q200 294 234 280L230 298Q200 312 170 298Z',
      mix(STUFF.card, c.dark, 0.4),
      fade(0.5),
    ),
  'moka-pot': (c) =>
    shadow(74) +
    line('M262 142C318 132 312 226 284 236', STUFF.iron, 16) +
    path('M140 126H260L244 216H156Z', round(c.base)) +
    path('M140 126L112 118L144 158Z', c.light) +
    path('M156 232H244L266 322H134Z', round(c.base)) +
    rect(148, 212, 104, 22, 6, round(c.deep)) +
    path('M138 126L200 92L262 126Z', round(c.dark)) +
    dot(200, 90, 11, STUFF.iron) +
    line('M184 132L190 208M222 132L214 208M182 238L172 316M218 238L228 316', c.deep, 3, fade(0.4)),
  'coffee-grinder': (c) =>
    shadow(78) +
    line('M200 96H286', STUFF.iron, 10) +
    rect(272, 62, 26, 40, 12, round(STUFF.bark)) +
    path('M140 170Q144 100 200 100Q256 100 260 170Z', round(STUFF.brass)) +
    rect(128, 168, 144, 22, 8, round(c.deep)) +
    rect(136, 188, 128, 130, 8, round(c.base)) +
    rect(124, 306, 152, 20, 8, round(c.dark)) +
    rect(160, 228, 80, 54, 5, c.dark) +
    dot(200, 255, 8, STUFF.brass),
  skillet: (c) =>
    oval(170, 240, 124, 108, '2c1d18', fade(0.16)) +
    turn(
      -38,
      rect(268, 204, 128, 24, 12, slab(STUFF.bark)) + oval(378, 216, 6, 5, STUFF.ink),
      166,
      216,
    ) +
    dot(166, 216, 122, slab(c.base)) +
    dot(166, 216, 106, c.dark) +
    dot(166, 220, 102, mix(c.base, '2c1d18', 0.32)) +
    path(
      'M132 220C112 176 176 164 188 190C222 182 232 226 206 240C196 268 134 264 132 220Z',
      'fdf8ee',
    ) +
    dot(176, 218, 22, STUFF.flame) +
    oval(169, 211, 7, 5, 'fff3d0'),
  casserole: (c) =>
    shadow(112) +
    line('M84 226C44 222 44 262 82 260M316 226C356 222 356 262 318 260', c.dark, 15) +
    path('M78 210H322L308 304Q302 324 280 324H120Q98 324 92 304Z', round(c.base)) +
    path('M72 210Q84 150 200 150Q316 150 328 210Z', round(c.light)) +
    rect(68, 202, 264, 16, 8, round(c.dark)) +
    rect(178, 126, 44, 28, 10, round(STUFF.brass)),
  'chef-knife': (c) =>
    shadow(100) +
    turn(
      -34,
      path('M60 186H260V216C180 232 100 220 60 186Z', slab(STUFF.steel)) +
        path('M60 186H260V192H64Z', 'ffffff', fade(0.6)) +
        rect(254, 182, 112, 36, 14, round(c.base)) +
        times(3, (i) => dot(282 + i * 28, 200, 5, STUFF.brass)),
    ),
  'cutting-board': (c) =>
    shadow(90) +
    rect(170, 52, 60, 100, 26, slab(c.base)) +
    dot(200, 84, 12, c.deep) +
    rect(112, 116, 176, 210, 30, slab(c.base)) +
    line('M136 150V300M168 134V312M206 134V312M240 134V312M268 150V300', c.dark, 3, fade(0.35)),
  whisk: (c) =>
    shadow(60) +
    times(5, (i) => line(`M200 220C${80 + i * 60} 170 ${110 + i * 45} 66 200 66`, STUFF.steel, 5)) +
    rect(188, 206, 24, 24, 6, STUFF.iron) +
    rect(184, 222, 32, 104, 14, round(c.base)),
  'rolling-pin': (c) =>
    shadow(120) +
    turn(
      -28,
      rect(52, 184, 296, 30, 15, round(c.dark)) +
        rect(104, 164, 192, 70, 22, slab(c.base)) +
        rect(112, 176, 176, 10, 5, 'ffffff', fade(0.3)),
    ),
  'loaf-tin': (c) =>
    shadow(126) +
    path('M68 212H332L306 314Q302 324 290 324H110Q98 324 94 314Z', round(c.base)) +
    path('M68 212L92 184H308L332 212Z', c.deep) +
    path(
      'M84 214Q92 150 144 164Q170 132 206 158Q248 132 272 162Q312 156 316 214Z',
      round('d09a58'),
    ) +
    line('M140 182L156 204M196 172L210 200M252 176L264 202', '8f5f31', 6) +
    path('M62 206H338V222H62Z', c.light),
  muffins: (c) =>
    shadow(120) +
    [
      [122, 0],
      [200, 1],
      [278, 2],
    ]
      .map(
        ([x, i]) =>
          path(
            `M${x - 42} 262H${x + 42}L${x + 30} 324H${x - 30}Z`,
            round([c.base, c.dark, c.light][i]),
          ) +
          times(4, (k) =>
            line(`M${x - 24 + k * 16} 268L${x - 18 + k * 12} 318`, c.deep, 3, fade(0.3)),
          ) +
          path(
            `M${x - 46} 264Q${x - 52} 224 ${x - 20} 222Q${x} 190 ${x + 22} 220Q${x + 52} 226 ${x + 46} 264Z`,
            round(i === 1 ? STUFF.blush : STUFF.cream),
          ) +
          dot(x, 208, 10, 'b8473d'),
      )
      .join(''),
  apron: (c) =>
    shadow(90) +
    line('M156 106C150 40 250 40 244 106', c.dark, 9) +
    path('M150 104H250L262 176Q276 196 304 204L296 318H104L96 204Q124 196 138 176Z', slab(c.base)) +
    line('M98 208H54M302 208H346', c.dark, 8) +
    path('M148 226H252V262Q252 280 234 280H166Q148 280 148 262Z', c.dark, fade(0.55)) +
    line('M150 118H250', c.print, 4, fade(0.5)),
  'tea-towel': (c) =>
    shadow(80) +
    rect(84, 84, 232, 14, 7, round(STUFF.wood)) +
    path('M118 90H282V316H118Z', slab(c.base)) +
    path('M118 90H196V286H118Z', c.light, fade(0.5)) +
    times(4, (i) =>
      rect(118, 214 + [0, 14, 62, 76][i], 164, i % 3 ? 6 : 9, 0, c.print, fade(0.6)),
    ) +
    line('M118 316H282', c.dark, 4, ' stroke-dasharray="3 7"'),
  'oven-glove': (c) =>
    shadow(80) +
    path(
      'M136 320V212C112 212 92 190 98 168C110 146 134 164 144 178V132C144 60 256 60 262 132V320Z',
      slab(c.base),
    ) +
    rect(130, 284, 138, 42, 10, c.dark) +
    line(
      'M170 118V260M204 106V260M236 118V260M152 160H254M152 204H256M152 246H256',
      c.print,
      2.5,
      fade(0.4),
    ),
  descaler: (c) =>
    shadow(64) +
    line('M246 152C302 152 296 226 258 226', c.dark, 17) +
    path(
      'M168 116H232V146C258 156 270 172 270 200V304Q270 326 248 326H152Q130 326 130 304V200C130 172 142 156 168 146Z',
      round(c.base),
    ) +
    rect(170, 76, 60, 46, 8, round(STUFF.iron)) +
    rect(144, 204, 98, 88, 6, STUFF.paper) +
    path('M193 216C172 244 172 272 193 274C214 272 214 244 193 216Z', STUFF.water),
  'wood-oil': (c) =>
    shadow(62) +
    path(
      'M176 120H224V146C250 162 262 178 262 206V326H138V206C138 178 150 162 176 146Z',
      mix(STUFF.glass, c.base, 0.35),
    ) +
    path('M138 210H262V314Q262 326 250 326H150Q138 326 138 314Z', round(c.base)) +
    rect(168, 78, 64, 48, 6, round(STUFF.cork)) +
    label(152, 226, 96, 76, c.dark),
  whetstone: (c) =>
    shadow(124) +
    path('M70 254L112 200H350L312 254Z', slab(c.light)) +
    path('M70 254H312V286H70Z', c.base) +
    path('M312 254L350 200V232L312 286Z', c.dark) +
    path('M70 286H312V318H70ZM312 286L350 232V264L312 318Z', STUFF.card) +
    turn(
      -20,
      path('M72 150H232V182C176 192 112 184 72 150Z', slab(STUFF.steel)) +
        rect(228, 146, 96, 34, 12, round(STUFF.bark)),
      200,
      160,
    ),
  'baking-tin': (c) =>
    shadow(124) +
    path('M72 214H328L304 306Q200 340 96 306Z', round(c.base)) +
    times(9, (i) => line(`M${100 + i * 25} 232L${116 + i * 21} 314`, c.dark, 4, fade(0.45))) +
    oval(200, 212, 130, 44, c.light) +
    oval(200, 214, 116, 36, c.deep) +
    path('M164 226L176 184H224L236 226Q200 240 164 226Z', round(c.base)) +
    oval(200, 184, 24, 8, c.light) +
    oval(200, 184, 14, 4, c.deep),
  scales: (c) =>
    shadow(100) +
    path('M104 150H296Q288 184 200 184Q112 184 104 150Z', round(STUFF.steel)) +
    oval(200, 150, 96, 10, 'dfe3e2') +
    rect(190, 180, 20, 24, 2, STUFF.iron) +
    path('M128 200H272L300 326H100Z', round(c.base)) +
    dot(200, 262, 44, STUFF.paper) +
    line('M200 262L222 236', 'b8473d', 5) +
    times(8, (i) => turn(i * 45, rect(198.5, 222, 3, 9, 1, STUFF.ink), 200, 262)),
};
