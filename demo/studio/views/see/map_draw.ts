import type { ZoomTransform } from 'd3-zoom';
import type { Dot, Link } from './map_settle.js';

/** What the map looks like at a moment. */
export interface Look {
  /** Whether a dot is in full colour; the others are pale. */
  shown: (dot: Dot) => boolean;
  /** At hand: chosen or pointed at. */
  chosen: Dot | null;
  /** The colour of a dot, of ink, and of what lies under it. */
  colour: (dot: Dot) => string;
  ink: string;
  ground: string;
}

const textSize = 12;

/** Draws it all: links, dots, and as many names as find room, the best sellers' first. */
export function draw(
  canvas: HTMLCanvasElement,
  { dots, links }: { dots: readonly Dot[]; links: readonly Link[] },
  at: ZoomTransform,
  look: Look,
): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const fine = devicePixelRatio;
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  const wanted = [Math.round(width * fine), Math.round(height * fine)] as const;
  if (canvas.width !== wanted[0]) canvas.width = wanted[0];
  if (canvas.height !== wanted[1]) canvas.height = wanted[1];
  context.setTransform(fine, 0, 0, fine, 0, 0);
  context.clearRect(0, 0, width, height);
  context.translate(at.x, at.y);
  context.scale(at.k, at.k);

  const { chosen } = look;
  const near = new Set(chosen?.links.flatMap(({ source, target }) => [source, target]));
  context.strokeStyle = look.ink;
  for (const link of links) {
    const { source, target, strength } = link;
    const mine = source === chosen || target === chosen;
    const seen = look.shown(source) && look.shown(target);
    context.globalAlpha = mine ? 0.85 : chosen || !seen ? 0.06 : 0.12 + 0.3 * strength;
    context.lineWidth = (mine ? 1.5 : 0.75 + 1.5 * strength) / Math.sqrt(at.k);
    context.beginPath();
    context.moveTo(source.x, source.y);
    context.lineTo(target.x, target.y);
    context.stroke();
  }
  const vivid = (dot: Dot) => (chosen ? dot === chosen || near.has(dot) : look.shown(dot));
  for (const dot of dots) {
    context.globalAlpha = vivid(dot) ? 1 : 0.18;
    context.fillStyle = look.colour(dot);
    context.beginPath();
    context.arc(dot.x, dot.y, dot.radius, 0, 2 * Math.PI);
    context.fill();
    context.globalAlpha = 1;
    context.strokeStyle = dot === chosen ? look.ink : look.ground;
    context.lineWidth = (dot === chosen ? 2.5 : 1) / Math.sqrt(at.k);
    context.stroke();
  }
  context.setTransform(fine, 0, 0, fine, 0, 0);
  names(context, dots.filter(vivid), at, look, width, height);
}

/** Names where no other is: the chosen one's first, then by sales. */
function names(
  context: CanvasRenderingContext2D,
  dots: readonly Dot[],
  at: ZoomTransform,
  { chosen, ink, ground }: Look,
  width: number,
  height: number,
): void {
  context.font = `${textSize}px system-ui, sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  context.lineJoin = 'round';
  const taken: [left: number, top: number, right: number, bottom: number][] = [];
  const most = Math.min(60, (width * height) / 16000 + 6 * at.k);
  const first = chosen ? [chosen, ...dots.filter((dot) => dot !== chosen)] : dots;
  for (const dot of first) {
    if (taken.length >= most) break;
    const [x, y] = [at.applyX(dot.x), at.applyY(dot.y) + dot.radius * at.k + 3];
    if (x < 0 || x > width || y < -20 || y > height) continue;
    const name = shortened(dot.product.title, dot === chosen ? 48 : 26);
    const half = context.measureText(name).width / 2;
    const middle = Math.min(Math.max(x, half + 4), width - half - 4);
    const box = [middle - half - 3, y - 2, middle + half + 3, y + textSize + 3] as const;
    if (taken.some((b) => box[0] < b[2] && box[2] > b[0] && box[1] < b[3] && box[3] > b[1]))
      continue;
    taken.push([...box]);
    context.lineWidth = 4;
    context.strokeStyle = ground;
    context.strokeText(name, middle, y);
    context.fillStyle = ink;
    context.fillText(name, middle, y);
  }
}

const shortened = (text: string, most: number) =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
