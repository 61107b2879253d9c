export { authorise } from './authorise.ts';
export { type Actor, may, type Subject, SYSTEM } from './model/may.ts';
