import { z } from 'zod';
import { ShownPicture } from './media.ts';

const words = z.string().max(500);
/** Simple HTML: paragraphs, lists, bold, italic and links. */
const RichWords = z.string().max(100_000);
const Address = z.string().trim().max(2000);

export const BLOCKS = ['heading', 'text', 'picture', 'button', 'columns', 'article', 'line'] as const;
export type BlockKind = (typeof BLOCKS)[number];

/** A part of a message that is put together from blocks. `id` is its name while it is moved about. */
const is = <K extends BlockKind>(kind: K) => ({ id: z.string().min(1).max(40), kind: z.literal(kind) });
export const Block = z.discriminatedUnion('kind', [
  z.object({ ...is('heading'), text: words }),
  z.object({ ...is('text'), html: RichWords }),
  /** Empty `href`: the picture leads nowhere. */
  z.object({ ...is('picture'), picture: ShownPicture.nullable(), href: Address }),
  z.object({ ...is('button'), text: words, href: Address }),
  /** Beside each other; below each other on a phone. */
  z.object({ ...is('columns'), left: RichWords, right: RichWords }),
  z.object({ ...is('article'), no: z.number().int().positive(), title: z.string().max(300) }),
  z.object(is('line')),
]);
export type Block = z.output<typeof Block>;

/** A message put together from blocks; its HTML is made of it by the server. */
export const Design = z.object({
  /** Of buttons and links: `#0b5a73`. */
  accent: z.string().regex(/^#[0-9a-f]{6}$/i),
  /** Why the message came, at its foot; what newsletters say when left out. */
  reason: words.optional(),
  blocks: z.array(Block).max(60),
});
export type Design = z.output<typeof Design>;
