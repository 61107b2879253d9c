export { getLayout as loadLayout } from './layout.store.ts';
export { archiveLayout, createLayout, getLayout, listLayouts, updateLayout } from './layouts.ts';
export { asLink, blocksOfText, shielded } from './model/blocks-of-text.ts';
export { imagesOf, letterheadOf } from './model/letterhead.ts';
export type {
  Block,
  Column,
  Letterhead,
  PrintedDocument,
  PrintJob,
  Row,
  Run,
  Sheets,
  WindowForm,
} from './model/printed-document.ts';
export { barsOf, readReturnCode, returnCode, spacedCode } from './model/return-code.ts';
export { Press, PressClosed, type Printed } from './press.ts';
export type { PdfStandard } from './typesetter.ts';
