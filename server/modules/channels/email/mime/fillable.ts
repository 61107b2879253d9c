/** An address cut at its `{token}`, to be joined with the token of each recipient. */
export const fillable = (address: string): ((token: string) => string) => {
  const [first = '', ...rest] = address.split('{token}');
  return (token) => rest.reduce((filled, part) => filled + token + part, first);
};
