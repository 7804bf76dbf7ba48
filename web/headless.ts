/**
 * The recommender alone, without an element, a cart or a page:
 *
 *     import { createRecommender } from 'goeswith/headless';
 */
import { askBinary, binaryUrl } from './binary.js';
import { sources } from './download.js';
import {
  createRecommender as create,
  type Recommender,
  type RecommenderOptions,
} from './engine/recommender.js';

export type {
  CloseGapOptions,
  Offer,
  Reason,
  Recommender,
  RecommenderOptions,
  RecommendOptions,
} from './engine/recommender.js';
export type { Failure } from './failure.js';
export type { GoalState } from './goal.js';

/** Opens a model and answers carts from it. Rejects with a `Failure`. */
export function createRecommender(options: RecommenderOptions): Promise<Recommender> {
  sources.set(binaryUrl, askBinary);
  return create(options);
}
