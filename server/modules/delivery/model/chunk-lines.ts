/** How many lines a worker leases at once. Whose share a line belongs to, and its number where lines are laid out by place, hang on it. */
export const CHUNK_LINES = 1000;
