export const TEXT = 'Hello {{ contact.first_name }}, your tyres are ready. Reply STOP';

const NAMES = ['Åse', 'Line', 'Bjørn', 'Chloé'];
export const nameOf = (no: number): string => NAMES[no % NAMES.length]!;
export const textFor = (no: number): string => TEXT.replace('{{ contact.first_name }}', nameOf(no));

/** Each its own. */
export const numberOf = (no: number): string => `+4740${String(no % 1_000_000).padStart(6, '0')}`;

/** Of the account's password. */
export const SEALED_BY = Buffer.alloc(32, 7);
