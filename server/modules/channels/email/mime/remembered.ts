/** Made once for each of so many; then they are forgotten together. */
export const keptFor = <Made>(most: number, make: (of: string) => Made): ((of: string) => Made) => {
  const kept = new Map<string, Made>();
  return (of) => {
    let made = kept.get(of);
    if (made === undefined) {
      made = make(of);
      if (kept.size >= most) kept.clear();
      kept.set(of, made);
    }
    return made;
  };
};

/** Made anew only when it is asked for another than the last: most of a run's messages share these. */
export const remembered = <Of, Made>(make: (of: Of) => Made): ((of: Of) => Made) => {
  let last: { of: Of; made: Made } | null = null;
  return (of) => {
    if (last?.of !== of) last = { of, made: make(of) };
    return last.made;
  };
};
