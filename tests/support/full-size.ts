/** What is proven of every commit in small, and at its real size by `FULL_SIZE=1 npm test`. */
export const sizeOf = ({ full, short }: { full: number; short: number }): number =>
  process.env['FULL_SIZE'] ? full : short;
