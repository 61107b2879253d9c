import { remembered } from './remembered.ts';

const SECOND_MS = 1_000;
const dateOfSecond = remembered((second: number) => new Date(second * SECOND_MS).toUTCString().replace('GMT', '+0000'));
/** As a header says it (RFC 5322, 3.3). */
export const dateOf = (moment: Date): string => dateOfSecond(Math.floor(moment.getTime() / SECOND_MS));
