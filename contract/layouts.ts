import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { LayoutId } from './ids.ts';
import { Moment } from './moment.ts';
import { Ok, PageInput, pageOf } from './paging.ts';

export const WINDOW_FORMS = ['din-b', 'nordic', 'plain'] as const;
export const LOGO_SIDES = ['left', 'center', 'right'] as const;

const Line = z.string().trim().max(120);
const Side = z.enum(LOGO_SIDES);

/** How a letter looks, and which data it cannot be without. Values of facts and the closing are templates, as texts are. */
export const LayoutDesign = z.object({
  form: z.enum(WINDOW_FORMS).default('din-b'),
  /** Set large at the top; empty where the logo says it. */
  name: Line.default(''),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .default('#1b1b1f'),
  /** A PNG or JPEG as a data address, at most 500 kB. */
  logo: z
    .string()
    .max(700_000)
    .regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+=*$/)
    .nullable()
    .default(null),
  /** In millimetres. */
  logoHeight: z.number().int().min(5).max(35).default(18),
  logoSide: Side.default('right'),
  /** The small line above the address, for mail that comes back. */
  sender: Line.default(''),
  /** Up to four columns at the foot, their lines under each other. */
  footer: z.array(z.string().max(400)).max(4).default([]),
  pageNumbers: z.boolean().default(true),
  date: z.boolean().default(true),
  /** Beside the address. */
  facts: z
    .array(z.object({ label: Line.min(1), value: z.string().trim().max(300) }))
    .max(6)
    .default([]),
  /** After the text, such as greeting and name. */
  closing: z.string().max(2000).default(''),
  /** A table of what the recipient owns, after the text. */
  assets: z.boolean().default(false),
  /** Merge fields that every recipient must have; whoever lacks one is left out, with the reason. */
  needs: z.array(z.string().max(200)).max(20).default([]),
});
export type LayoutDesign = z.output<typeof LayoutDesign>;

export const Layout = z.object({
  id: LayoutId,
  name: z.string(),
  form: z.enum(WINDOW_FORMS),
  createdAt: Moment,
  updatedAt: Moment,
});
export type Layout = z.output<typeof Layout>;
export const FullLayout = Layout.extend({ design: LayoutDesign });
export type FullLayout = z.output<typeof FullLayout>;

const tag = 'Layouts';
const One = z.object({ id: LayoutId });
const Words = z.object({ name: z.string().trim().min(1).max(200), design: LayoutDesign });

export const listLayouts = endpoint({
  name: 'listLayouts',
  method: 'GET',
  path: '/api/layouts',
  tag,
  summary: 'The layouts of letters',
  input: PageInput,
  output: pageOf(Layout),
});

export const getLayout = endpoint({
  name: 'getLayout',
  method: 'GET',
  path: '/api/layouts/:id',
  tag,
  summary: 'A layout with its design',
  input: One,
  output: FullLayout,
});

export const createLayout = endpoint({
  name: 'createLayout',
  method: 'POST',
  path: '/api/layouts',
  tag,
  summary: 'Make a layout; one that cannot be printed is refused',
  input: Words,
  output: FullLayout,
});

export const updateLayout = endpoint({
  name: 'updateLayout',
  method: 'PUT',
  path: '/api/layouts/:id',
  tag,
  summary: 'Change a layout; letters that were made with it stay as they are',
  input: One.extend(Words.shape),
  output: FullLayout,
});

export const archiveLayout = endpoint({
  name: 'archiveLayout',
  method: 'DELETE',
  path: '/api/layouts/:id',
  tag,
  summary: 'Put a layout away; letters that were made with it stay as they are',
  input: One,
  output: Ok,
});
