/**
 * An experiment without tracking: a share of carts sees nothing, drawn on the device. The label goes
 * where the shop's own order export shows it (a cart attribute), and `goeswith measure` reads it
 * there. A cart that has a label keeps it; before, the tab remembers the draw.
 */
export type Label = 'shown' | 'hidden';

export interface Experiment {
  /** Of the cart's attribute. */
  name: string;
  /** Percent of the carts that see nothing. */
  hidden: number;
}

/** The label of this cart, drawn if it has none. `random` gives 0 to 1, below 1. */
export function labelOf(
  { name, hidden }: Experiment,
  attributes: Readonly<Record<string, string>>,
  storage: Storage | null,
  random = draw,
): Label {
  const isLabel = (text: unknown): text is Label => text === 'shown' || text === 'hidden';
  const key = `goeswith.experiment.${name}`;
  const told = attributes[name];
  let label = isLabel(told) ? told : undefined;
  try {
    const kept = storage?.getItem(key);
    label ??= isLabel(kept) ? kept : undefined;
    label ??= 100 * random() < hidden ? 'hidden' : 'shown';
    storage?.setItem(key, label);
  } catch {
    // A storage that may not be used: the cart's attribute remembers.
  }
  return label ?? 'shown';
}

function draw(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32;
}
