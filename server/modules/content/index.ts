export { findLink } from './link.store.ts';
