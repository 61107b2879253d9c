const HIDDEN = '•••';

/** Enough for its owner to recognise, too little for a stranger to write to: `a•••@e•••.com`, `•••45`. */
export const masked = (address: string): string => {
  const at = address.lastIndexOf('@');
  if (at < 1) return address.length > 4 ? `${HIDDEN}${address.slice(-2)}` : HIDDEN;
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  const top = domain.slice(domain.lastIndexOf('.') + 1);
  const first = (text: string) => ([...text].length > 1 ? ([...text][0] ?? '') : '');
  return `${first(local)}${HIDDEN}@${first(domain)}${HIDDEN}.${top}`;
};
