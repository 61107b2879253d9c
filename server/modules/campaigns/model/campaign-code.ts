/** The next code of a year, such as `2026-014`, given the codes of that year that are taken. */
export const nextCode = (year: number, taken: readonly string[]): string => {
  const numbers = taken.map((code) => Number(new RegExp(`^${year}-(\\d{1,9})$`).exec(code)?.[1] ?? 0));
  return `${year}-${String(Math.max(0, ...numbers) + 1).padStart(3, '0')}`;
};
