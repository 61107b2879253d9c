import type { FileCell } from '../../../contract/table-file.ts';

/** Texts that stand in it, in their order; words of different elements apart. */
const textsOf = (node: Node): string[] => {
  if (node.nodeType === Node.TEXT_NODE) return [(node.textContent ?? '').trim()];
  if (node instanceof HTMLInputElement) return [node.type === 'checkbox' ? (node.checked ? '×' : '') : node.value];
  return [...node.childNodes].flatMap(textsOf);
};

const BADGES = '.badge';

/** One cell as it is shown: a moment, a number, or its text. */
export const readCell = (cell: Element): FileCell => {
  const whole = (cell.textContent ?? '').trim();
  const only = (element: Element | null) => element !== null && (element.textContent ?? '').trim() === whole;
  const time = cell.querySelector('time');
  if (time && only(time)) return time.dateTime.includes('T') ? { at: time.dateTime } : time.dateTime;
  const data = cell.querySelector('data');
  if (data && only(data)) return Number(data.value);
  const texts = textsOf(cell).filter((text) => text !== '' && text !== '–');
  return texts.length === 0 ? null : texts.join(cell.querySelector(BADGES) ? ', ' : ' ');
};
