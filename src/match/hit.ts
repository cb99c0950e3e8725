export type { Hit } from '../coding/hit.js';
