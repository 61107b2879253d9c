/** Made anew only when it is asked for another than the last: most of a run's messages share these. */
export const remembered = <Of, Made>(make: (of: Of) => Made): ((of: Of) => Made) => {
  let last: { of: Of; made: Made } | null = null;
  return (of) => {
    if (last?.of !== of) last = { of, made: make(of) };
    return last.made;
  };
};
