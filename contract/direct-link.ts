import { z } from 'zod';
import { ArticleId, ProductGroupId, ProductId } from './ids.ts';

/** Stands in a text for the personal link, in any case of its letters. */
export const DIRECT_LINK_CODE = '#DirectLink#';

export const DIRECT_LINK_TARGETS = ['my_page', 'product', 'product_group', 'article', 'front_page'] as const;
export type DirectLinkTarget = (typeof DIRECT_LINK_TARGETS)[number];

/** Where the personal link in an action’s message leads. */
export const DirectLink = z.discriminatedUnion('target', [
  z.object({ target: z.literal('my_page') }),
  z.object({ target: z.literal('product'), productId: ProductId }),
  z.object({ target: z.literal('product_group'), groupId: ProductGroupId }),
  z.object({ target: z.literal('article'), articleId: ArticleId }),
  z.object({ target: z.literal('front_page') }),
]);
export type DirectLink = z.output<typeof DirectLink>;

const CODE_OR_FIELD = new RegExp(`${DIRECT_LINK_CODE}|\\bdirect_link_url\\b`, 'i');

/** By the code, or by the merge field that stands for the same. */
export const hasDirectLinkCode = (text: string): boolean => CODE_OR_FIELD.test(text);
