/** What a phone shows as sender: a name of at most eleven characters of GSM 03.38, a short code, or a number. */
export const isSenderName = (sender: string): boolean => /[^\d+]/.test(sender);

/** Type and plan of the number (SMPP 3.4, 5.2.5 and 5.2.6). */
export const senderAddress = (sender: string) => {
  if (isSenderName(sender)) return { source_addr_ton: 5, source_addr_npi: 0, source_addr: sender };
  if (sender.startsWith('+')) return { source_addr_ton: 1, source_addr_npi: 1, source_addr: sender.slice(1) };
  return { source_addr_ton: 3, source_addr_npi: 0, source_addr: sender };
};
