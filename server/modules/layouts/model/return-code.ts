/** Widths of the bars and gaps of Code 128, by value; 104 and up are start and stop signs. ISO/IEC 15417, annex table of characters. */
const WIDTHS =
  '212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222123122123221223211221132221231213212223112312131311222321122321221312212322112322211212123212321232121111323131123131321112313132113132311211313231113231311112133112331132131113123113321133121313121211331231131213113213311213131311123311321331121312113312311332111314111221411431111111224111422121124121421141122141221112214112412122114122411142112142211241211221114413111241112134111111242121142121241114212124112124211411212421112421211212141214121412121111143111341131141114113114311411113411311113141114131311141411131211412211214211232';
const STOP = '2331112';
const START_C = 105;

const widthsOf = (value: number): number[] => [...WIDTHS.slice(value * 6, value * 6 + 6)].map(Number);

/** An even number of digits as Code 128, set C: widths of bars and gaps by turns. */
export const barsOf = (digits: string): number[] => {
  const pairs = digits.match(/\d\d/g)?.map(Number) ?? [];
  const check = pairs.reduce((sum, pair, place) => sum + pair * (place + 1), START_C) % 103;
  return [...[START_C, ...pairs, check].flatMap(widthsOf), ...[...STOP].map(Number)];
};

/** Twelve digits: the number, and two that tell a mistyped one (ISO 7064, MOD 97-10). */
export const returnCode = (number: bigint | number): string => {
  const digits = String(number).padStart(10, '0');
  return digits + String(98n - ((BigInt(digits) * 100n) % 97n)).padStart(2, '0');
};

/** As it is printed: in groups of four. */
export const spacedCode = (code: string): string => code.replace(/(\d{4})(?=\d)/g, '$1 ');

/** What somebody typed or scanned; null where it can be no code of ours. */
export const readReturnCode = (typed: string): string | null => {
  const code = typed.replace(/[\s-]/g, '');
  return /^\d{12,}$/.test(code) && code.length % 2 === 0 && BigInt(code) % 97n === 1n ? code : null;
};
