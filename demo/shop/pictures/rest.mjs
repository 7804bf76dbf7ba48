import {
  dot,
  fade,
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
  shift,
  slab,
  times,
  turn,
  turned,
} from './shapes.mjs';

const folded = (x, y, w, h, c, i) =>
  rect(x, y, w, h, h / 2, round([c.base, c.light, c.dark][i % 3])) +
  rect(x + 4, y + h * 0.46, w - 26, 3, 1, c.deep, fade(0.3));

/** Bath and bedroom. */
export const rest = {
  'bath-towel': (c) =>
    shadow(84) +
    rect(70, 76, 260, 14, 7, round(STUFF.brass)) +
    path('M116 82H284V318H116Z', slab(c.base)) +
    path('M116 82H284V112H116Z', c.dark, fade(0.3)) +
    rect(116, 252, 168, 12, 0, c.light) +
    rect(116, 272, 168, 6, 0, c.light) +
    times(14, (i) => line(`M${122 + i * 12} 318V328`, c.dark, 4)),
  'bath-mat': (c) =>
    path('M84 196H316L352 318H48Z', c.deep, fade(0.18)) +
    path('M90 186H310L344 306H56Z', slab(c.base)) +
    path(
      'M104 200H296L320 292H80Z',
      'none',
      ` stroke="#${c.print}" stroke-width="4" opacity=".55"`,
    ) +
    times(13, (i) => line(`M${94 + i * 18} 186V174M${64 + i * 22.6} 306V320`, c.light, 5)) +
    times(5, (i) => line(`M${118 - i * 5} ${216 + i * 15}H${282 + i * 5}`, c.dark, 3, fade(0.25))),
  'hand-soap': (c) =>
    shadow(106) +
    rect(88, 246, 224, 80, 32, c.dark) +
    rect(88, 226, 224, 84, 32, slab(c.base)) +
    rect(122, 244, 156, 46, 22, 'none', ` stroke="#${c.light}" stroke-width="5"`) +
    leaf(184, 280, 30, 50, c.light) +
    leaf(216, 280, 30, -50, c.light) +
    [
      [120, 190, 22],
      [166, 160, 15],
      [206, 196, 18],
      [152, 206, 10],
      [246, 150, 26],
      [276, 200, 12],
    ]
      .map(
        ([x, y, r]) =>
          dot(x, y, r, mix(STUFF.water, 'ffffff', 0.5)) +
          dot(x - r * 0.3, y - r * 0.3, r * 0.25, 'ffffff'),
      )
      .join(''),
  'soap-dish': (c) =>
    shadow(116) +
    path('M70 262H330Q322 324 200 324Q78 324 70 262Z', round(c.base)) +
    oval(200, 262, 130, 30, c.light) +
    oval(200, 264, 112, 22, c.dark) +
    rect(128, 212, 144, 56, 26, round(STUFF.cream)) +
    rect(146, 224, 108, 24, 12, 'ffffff', fade(0.4)),
  'bath-salts': (c) =>
    shadow(76) +
    rect(124, 150, 152, 176, 26, mix(STUFF.glass, 'ffffff', 0.3), fade(0.9)) +
    path(
      'M132 206Q166 190 200 204Q236 216 268 200V298Q268 318 248 318H152Q132 318 132 298Z',
      c.base,
    ) +
    times(14, (i) =>
      rect(142 + ((i * 47) % 112), 222 + ((i * 29) % 84), 9, 9, 2, i % 2 ? c.pale : c.light),
    ) +
    turned(
      [
        [112, 54],
        [150, 60],
      ],
      round(STUFF.cork),
    ) +
    line('M126 158Q200 172 274 158', STUFF.bark, 4) +
    rect(222, 162, 40, 54, 4, STUFF.paper),
  'bath-brush': (c) =>
    shadow(104) +
    turn(
      -58,
      rect(186, 16, 26, 210, 13, slab(c.base)) +
        oval(199, 36, 5, 6, c.deep) +
        oval(210, 282, 54, 78, STUFF.card) +
        times(6, (i) =>
          line(
            `M${248 + (i % 2) * 3} ${238 + i * 18}L${268 + (i % 2) * 3} ${238 + i * 18}`,
            STUFF.cream,
            8,
          ),
        ) +
        oval(199, 280, 52, 78, slab(c.base)) +
        oval(192, 276, 32, 56, c.light, fade(0.5)),
      200,
      210,
    ),
  'laundry-basket': (c) =>
    shadow(88) +
    path('M104 130Q112 84 164 96Q196 70 232 92Q284 86 296 130Z', STUFF.cream) +
    path(
      'M164 96Q196 110 188 130H226Q216 104 232 92',
      'none',
      ` stroke="#${STUFF.card}" stroke-width="4"`,
    ) +
    path('M98 130H302L284 326H116Z', round(c.base)) +
    times(5, (i) =>
      line(`M${101 + i * 3.4} ${166 + i * 32}H${299 - i * 3.4}`, c.deep, 4, fade(0.45)),
    ) +
    times(8, (i) => line(`M${116 + i * 24} 142L${128 + i * 20.5} 322`, c.light, 4, fade(0.7))) +
    rect(90, 122, 220, 20, 10, c.dark) +
    rect(172, 158, 56, 20, 10, c.deep),
  'duvet-cover': (c) =>
    shadow(140, 204) +
    path('M66 130H334V196H66Z', round(STUFF.wood)) +
    rect(58, 120, 18, 206, 6, STUFF.bark) +
    rect(324, 120, 18, 206, 6, STUFF.bark) +
    rect(92, 168, 100, 54, 22, slab(mix(c.pale, 'ffffff', 0.3))) +
    rect(208, 168, 100, 54, 22, slab(mix(c.pale, 'ffffff', 0.3))) +
    path('M76 214Q200 196 324 214V304H76Z', slab(c.base)) +
    path('M76 214Q200 196 324 214V244Q200 226 76 244Z', c.light) +
    times(6, (i) => line(`M${104 + i * 39} 244V302`, c.print, 3, fade(0.35))),
  pillowcase: (c) =>
    shadow(126) +
    path('M74 168Q200 140 326 168Q346 240 326 318Q200 336 74 318Q54 240 74 168Z', slab(c.base)) +
    times(5, (i) =>
      path(
        `M${106 + i * 42} 157Q${100 + i * 44} 240 ${106 + i * 42} 326`,
        'none',
        ` stroke="#${c.print}" stroke-width="9" opacity=".4"`,
      ),
    ) +
    path('M296 161Q318 240 296 323L326 318Q346 240 326 168Z', c.dark, fade(0.45)),
  'fitted-sheet': (c) =>
    shadow(114) +
    times(4, (i) => folded(86, 278 - i * 44, 228, 46, c, i)) +
    rect(184, 144, 34, 182, 2, c.pale) +
    rect(170, 216, 62, 44, 4, STUFF.paper) +
    rect(182, 232, 38, 5, 2, c.dark),
  pillow: (c) =>
    shadow(126) +
    path(
      'M84 190Q60 154 88 156Q200 132 312 156Q340 154 316 190Q334 240 318 288Q342 328 312 320Q200 338 88 320Q58 328 82 288Q66 240 84 190Z',
      slab(c.base),
    ) +
    path(
      'M110 190Q200 168 290 190M112 292Q200 310 288 292',
      'none',
      ` stroke="#${c.dark}" stroke-width="4" opacity=".4"`,
    ) +
    dot(200, 240, 8, c.dark) +
    line('M200 240L168 222M200 240L234 224M200 240L196 272', c.dark, 3, fade(0.5)),
  'wool-blanket': (c) =>
    shadow(110) +
    path('M92 176H308Q318 176 318 190V300H82V190Q82 176 92 176Z', slab(c.base)) +
    path(
      'M92 132H308Q326 132 326 154Q326 178 308 178H92Q74 178 74 154Q74 132 92 132Z',
      round(c.light),
    ) +
    times(3, (i) => rect(82, 204 + i * 32, 236, [14, 6, 14][i], 0, c.print, fade(0.45))) +
    times(5, (i) => rect(112 + i * 42, 178, 8, 122, 0, c.dark, fade(0.28))) +
    times(17, (i) => line(`M${86 + i * 14.2} 300V${320 + (i % 2) * 4}`, c.base, 6)),
  'hot-water-bottle': (c) =>
    shadow(74) +
    rect(172, 68, 56, 44, 10, round(c.deep)) +
    path('M168 104H232V128H168Z', STUFF.blush) +
    path(
      'M160 122H240C242 146 284 146 288 182V292Q288 324 256 324H144Q112 324 112 292V182C116 146 158 146 160 122Z',
      slab(c.base),
    ) +
    times(6, (i) =>
      path(
        `M${134 + i * 26} 170V312`,
        'none',
        ` stroke="#${c.dark}" stroke-width="5" stroke-dasharray="9 6" opacity=".45"`,
      ),
    ) +
    heart(200, 238, 0.9, c.print),
  'linen-spray': (c) =>
    shadow(56) +
    rect(146, 174, 108, 152, 20, round(c.base)) +
    path('M178 126H222V176H178Z', STUFF.steel) +
    path('M160 88H236Q244 88 244 98V128H170L158 112Z', round(c.deep)) +
    line('M176 128Q166 148 176 158', c.deep, 8) +
    label(162, 210, 76, 84, c.dark) +
    times(9, (i) =>
      dot(
        132 - (i % 3) * 24,
        84 + Math.floor(i / 3) * (10 + (i % 3) * 8),
        4,
        mix(STUFF.water, 'ffffff', 0.3),
      ),
    ),
  slippers: (c) =>
    shadow(110) +
    [
      [-66, -8],
      [62, 8],
    ]
      .map(([x, a]) =>
        shift(
          x,
          0,
          turn(
            a,
            oval(200, 236, 54, 92, c.deep) +
              oval(200, 228, 54, 92, slab(STUFF.cream)) +
              oval(200, 268, 32, 38, STUFF.card, fade(0.5)) +
              path('M146 220C144 128 256 128 254 220C226 196 174 196 146 220Z', slab(c.base)) +
              path('M146 220C174 196 226 196 254 220V232C226 208 174 208 146 232Z', c.pale),
          ),
        ),
      )
      .join(''),
};
