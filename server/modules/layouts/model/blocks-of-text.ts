import type { Block, Run } from './printed-document.ts';

/** Signs that mean something at the start of a line or around words, and what stands for them in a value while the text is read. */
const SHIELDED = new Map([
  ['*', '\uE020'],
  ['#', '\uE021'],
  ['-', '\uE022'],
  ['\n', '\uE023'],
]);
const LINK_START = '\uE024';
const LINK_END = '\uE025';
const OPEN = new Map([...SHIELDED].map(([sign, stand]) => [stand, sign]));

/** A value goes into a text so that nothing in it is read as a heading, a list or emphasis. */
export const shielded = (value: string): string =>
  value.replace(/\r\n?/g, '\n').replace(/[*#\-\n]/g, (sign) => SHIELDED.get(sign) ?? sign);

/** An address that goes into a text: it is kept on one line, and leads there where the page is on a screen. */
export const asLink = (address: string): string => `${LINK_START}${shielded(address)}${LINK_END}`;

const opened = (text: string): string => text.replace(/[\uE020-\uE023]/g, (stand) => OPEN.get(stand) ?? stand);

const runsOf = (line: string): Run[] =>
  line
    .split(/(\*\*[^*\n]+\*\*|\*[^*\n]+\*|\uE024[^\uE025]*\uE025)/)
    .filter((part) => part !== '')
    .flatMap((part): Run | Run[] => {
      if (part.startsWith(LINK_START)) return { text: opened(part.slice(1, -1)), link: true };
      if (part.startsWith('**') && part.length > 4)
        return runsOf(part.slice(2, -2)).map((run) => ({ ...run, bold: true }));
      if (part.startsWith('*') && part.length > 2)
        return runsOf(part.slice(1, -1)).map((run) => ({ ...run, italic: true }));
      return { text: opened(part) };
    });

const blockOf = (paragraph: string): Block => {
  const lines = paragraph.split('\n');
  const heading = lines.length === 1 ? /^#+ (.*)$/.exec(paragraph) : null;
  if (heading) return { kind: 'heading', runs: runsOf(heading[1] ?? '') };
  if (lines.every((line) => /^- /.test(line)))
    return { kind: 'list', items: lines.map((line) => runsOf(line.slice(2))) };
  return { kind: 'text', runs: runsOf(paragraph) };
};

/** A written text as blocks: an empty line ends a paragraph, `# ` begins a heading, `- ` an item; `**bold**`, `*italic*`. */
export const blocksOfText = (text: string): Block[] =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n+/)
    .map((paragraph) => paragraph.replace(/^\n+|\s+$/g, ''))
    .filter((paragraph) => paragraph !== '')
    .map(blockOf);
