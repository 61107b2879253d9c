import { header } from './header.ts';

/** A file as it goes with a message. */
export interface FileOfMessage {
  name: string;
  type: string;
  content: Buffer;
}

/** Signs that stand for themselves in an extended parameter (RFC 5987). */
const extended = (name: string): string =>
  encodeURIComponent(name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const plainName = (name: string): string => name.replace(/[^ !#-[\]-~]/g, '_');

/** The name in ASCII for old programs, and as it is where it holds more (RFC 2231). */
const disposition = (name: string, how: 'attachment' | 'inline'): string => {
  const plain = plainName(name);
  const exact = plain === name ? '' : `;\r\n filename*=UTF-8''${extended(name)}`;
  return `Content-Disposition: ${how};\r\n filename="${plain}"${exact}\r\n`;
};

const LINE = 76;

const inLines = (content: Buffer): string => {
  const text = content.toString('base64');
  let lines = '';
  for (let at = 0; at < text.length; at += LINE) lines += `${text.slice(at, at + LINE)}\r\n`;
  return lines;
};

/** One part of a message, from its boundary on; no line of it begins with a dot. */
const partOf = (edge: string, { type, content }: FileOfMessage, heads: string): Buffer =>
  Buffer.from(
    `${edge}\r\n${header('Content-Type', type)}Content-Transfer-Encoding: base64\r\n${heads}\r\n${inLines(content)}`,
    'latin1',
  );

export const attachedPart = (edge: string, file: FileOfMessage): Buffer =>
  partOf(edge, file, disposition(file.name, 'attachment'));

/** A picture that the HTML shows by `cid:` and its id (RFC 2392). */
export const embeddedPart = (edge: string, file: FileOfMessage, id: string): Buffer =>
  partOf(edge, file, `Content-ID: <${id}>\r\n${disposition(file.name, 'inline')}`);
