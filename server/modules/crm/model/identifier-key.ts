/** How an identifier is compared: in capitals, without spaces and punctuation (`el 12345` is `EL-12345`); null when nothing is left. */
export const identifierKey = (identifier: string | null): string | null =>
  identifier === null
    ? null
    : identifier
        .normalize('NFKC')
        .toUpperCase()
        .replace(/[^\p{L}\p{N}]/gu, '') || null;
