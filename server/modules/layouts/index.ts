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
export { Press, type Printed } from './press.ts';
export type { PdfStandard } from './typesetter.ts';
