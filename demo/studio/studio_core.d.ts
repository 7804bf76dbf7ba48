export { default } from './core.js';
