import { domainToASCII, domainToUnicode } from 'node:url';

/** In A-labels; '' for what is no domain. From 24 on Node.js itself lets labels pass that stand for nothing: read back, they stay as they are. */
export const asciiDomain = (written: string): string => {
  const domain = domainToASCII(written);
  return domain.includes('xn--') && /(?:^|\.)xn--/.test(domainToUnicode(domain)) ? '' : domain;
};
