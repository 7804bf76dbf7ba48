/** `shop.json` as the studio writes it; web/README.md tells what each part means. */
export type Amounts = Readonly<Record<string, string>>;

export interface GoalConfig {
  reward: 'free-shipping' | 'discount' | 'gift' | 'points' | 'message';
  amount?: Amounts;
  items?: number;
  percent?: number;
  product?: string;
  text?: string;
  points?: number;
  times?: number;
  value?: Amounts;
  cost?: Amounts;
  [more: string]: unknown;
}

export interface RuleConfig {
  do: string;
  [more: string]: unknown;
}

export interface RowConfig {
  at?: string | readonly string[];
  for?: string | readonly string[];
  show: readonly string[];
  note?: string;
}

export interface ShopConfig {
  currency?: string;
  goals?: readonly GoalConfig[];
  rules?: readonly RuleConfig[];
  rows?: readonly RowConfig[];
  [more: string]: unknown;
}

export const noShop: ShopConfig = {};
