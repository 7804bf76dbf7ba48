/**
 * The elements as React components: attributes are props, and events too. The page starts them, once:
 *
 *     import { start } from 'goeswith';
 *     import { GoesWith } from 'goeswith/react';
 *     start({ model: '/shop.gw', config: '/shop.json' });
 *     <GoesWith product="A" limit={3} onAdd={({ detail }) => console.log(detail.id)} />
 */
import {
  type CSSProperties,
  createElement,
  type FunctionComponent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';
import type { ErrorDetail, OfferDetail, ViewDetail } from '../elements/told.js';
import type { GoalState } from '../goal.js';

type Heard<Detail> = (event: CustomEvent<Detail>) => void;

/** What every element takes. `children` fill its slots: `<h3 slot="title">`. */
export interface ElementProps {
  id?: string;
  className?: string;
  /** Custom properties too: `{ '--goes-with-height': '20rem' }`. */
  style?: CSSProperties & Record<`--${string}`, string | number>;
  children?: ReactNode;
  heading?: number;
  onView?: Heard<ViewDetail>;
  /** A product's link was followed. */
  onFollow?: Heard<OfferDetail>;
  /** `event.preventDefault()` to add the product yourself. */
  onAdd?: Heard<OfferDetail>;
  onError?: Heard<ErrorDetail>;
}

export interface GoesWithProps extends ElementProps {
  product?: string;
  list?: string;
  placement?: string;
  limit?: number;
  layout?: string;
  evidence?: boolean;
}

export interface GoesWithBundleProps extends ElementProps {
  product: string;
  granted?: boolean;
}

export interface GoesWithGoalProps extends ElementProps {
  onGoal?: Heard<GoalState>;
}

const events: Readonly<Record<string, string>> = {
  onView: 'view',
  onFollow: 'click',
  onAdd: 'add',
  onGoal: 'goal',
  onError: 'error',
};
const ofReact = new Set(['id', 'className', 'style', 'children']);
// On a server there is no layout, and React says so each time.
const useEarlyEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

function component<Props extends ElementProps>(tag: string): FunctionComponent<Props> {
  const Element = (props: Props) => {
    const own = useRef<HTMLElement>(null);
    const heard = useRef<Props>(props);
    heard.current = props;
    const names = Object.keys(props).filter((name) => !ofReact.has(name) && !events[name]);
    const attributes = names.map((name) => [name, Reflect.get(props, name)] as const);

    // By attribute, whichever React: 18 writes evidence="false", which is true for an element.
    const set = useRef<readonly string[]>([]);
    useEarlyEffect(
      () => {
        const element = own.current!;
        for (const name of set.current) if (!names.includes(name)) element.removeAttribute(name);
        set.current = names;
        for (const [name, value] of attributes)
          if (value === undefined || value === null || value === false)
            element.removeAttribute(name);
          else element.setAttribute(name, value === true ? '' : `${value}`);
      },
      // Attributes are words and numbers: the same text is the same attributes.
      [JSON.stringify(attributes)],
    );

    useEarlyEffect(() => {
      const element = own.current!;
      const off = Object.entries(events).map(([prop, name]) => {
        const listen = (event: Event) => {
          // What bubbles up from elements within is theirs.
          if (event.target !== element) return;
          const hear = heard.current[prop as keyof Props] as ((event: Event) => void) | undefined;
          hear?.(event);
        };
        element.addEventListener(`goeswith:${name}`, listen);
        return () => element.removeEventListener(`goeswith:${name}`, listen);
      });
      return () => {
        for (const stop of off) stop();
      };
    }, []);

    const { id, className, style, children } = props;
    // An element hides itself, and React need not know.
    return createElement(
      tag,
      { ref: own, id, class: className, style, suppressHydrationWarning: true },
      children,
    );
  };
  Element.displayName = tag;
  return Element;
}

/** What goes with the cart, or with a product. */
export const GoesWith = component<GoesWithProps>('goes-with');
/** A product and what completes it. */
export const GoesWithBundle = component<GoesWithBundleProps>('goes-with-bundle');
/** How far the cart is from the next reward. */
export const GoesWithGoal = component<GoesWithGoalProps>('goes-with-goal');
/** Any other list. */
export const GoesWithList = component<GoesWithProps>('goes-with-list');
