/** `Kari Anne Nordmann` and `Nordmann, Kari Anne`: the last word, or what stands before a comma, is the last name. */
export const splitName = (name: string): { first_name: string; last_name: string } => {
  const comma = /^([^,]+),\s*(.+)$/.exec(name);
  if (comma) return { first_name: comma[2] ?? '', last_name: comma[1] ?? '' };
  const at = name.lastIndexOf(' ');
  return at < 0
    ? { first_name: '', last_name: name }
    : { first_name: name.slice(0, at).trim(), last_name: name.slice(at + 1) };
};
