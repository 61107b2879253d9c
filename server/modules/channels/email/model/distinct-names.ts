/** File names of one message, each once whatever its case: one that is taken gets a number before its ending. */
export const distinctNames = (names: readonly string[]): string[] => {
  const taken = new Set<string>();
  return names.map((name) => {
    const free = freeName(name, taken);
    taken.add(free.toLowerCase());
    return free;
  });
};

const freeName = (name: string, taken: ReadonlySet<string>): string => {
  const [, stem, ending] = /^(.+?)(\.[^.]*)?$/s.exec(name) ?? ['', name, ''];
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${stem} (${number})${ending ?? ''}`;
  return free;
};
