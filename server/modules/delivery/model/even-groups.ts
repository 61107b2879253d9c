/** Cut into as few groups as `most` allows, all of about the same size: none of a few lines holds up the next. */
export const evenGroups = <T>(all: readonly T[], most: number): T[][] => {
  const count = Math.ceil(all.length / most);
  const edge = (no: number) => Math.round((no * all.length) / count);
  return Array.from({ length: count }, (_, no) => all.slice(edge(no), edge(no + 1)));
};
