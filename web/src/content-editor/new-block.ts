import type { Block, BlockKind, Design } from '../../../contract/design.ts';

const make = {
  heading: () => ({ text: '' }),
  text: () => ({ html: '' }),
  picture: () => ({ picture: null, href: '' }),
  button: () => ({ text: '', href: 'https://' }),
  columns: () => ({ left: '', right: '' }),
  line: () => ({}),
} as const;

/** A block with nothing in it yet. An article is chosen first. */
export const newBlock = (kind: Exclude<BlockKind, 'article'>): Block =>
  ({ id: crypto.randomUUID(), kind, ...make[kind]() }) as Block;

/** What building begins with; petrol, as the house. */
export const newDesign = (): Design => ({ accent: '#0b5a73', blocks: [newBlock('heading'), newBlock('text')] });

/** The block is moved by so many places. */
export const moved = (blocks: readonly Block[], at: number, by: -1 | 1): Block[] => {
  const next = [...blocks];
  const [block] = next.splice(at, 1);
  if (block) next.splice(at + by, 0, block);
  return next;
};
