import type { Import } from '../../../contract/import.ts';
import type { Balance } from './balance.ts';
import type { Belongings } from './belongings.ts';
import { LOGINS, PASSWORD } from './people.ts';

const count = (value: number) => value.toLocaleString('en').padStart(9);

/** A sum and its parts, one under the other, with bars in the same scale. */
const rows = (parts: [words: string, value: number, sign?: string][], of: number): string =>
  parts
    .map(([words, value, sign = ' ']) => `  ${sign} ${words.padEnd(34)}${count(value)}  ${bar(value, of)}`.trimEnd())
    .join('\n');

const bar = (value: number, of: number) =>
  '█'.repeat(Math.round((value / Math.max(of, 1)) * 24)) || (value > 0 ? '▏' : '');

export const waterfall = (balance: Balance): string => {
  const { matched, excluded, planned, sent, failed, dropped, unknown, stillOpen, bounced, smtpAccepted, balanced } =
    balance;
  const reasons = Object.entries(excluded).map(([reason, lines]): [string, number, string] => [
    reason.replaceAll('_', ' '),
    lines,
    '−',
  ]);
  return [
    rows([['matched', matched], ...reasons, ['planned', planned, '=']], matched),
    '',
    rows(
      [
        ['sent', sent],
        ['failed', failed, '+'],
        ['dropped after the start', dropped, '+'],
        ['unknown', unknown, '+'],
        ['still open', stillOpen, '+'],
        ['planned', planned, '='],
      ],
      matched,
    ),
    '',
    rows(
      [
        ['accepted by the mail server', smtpAccepted],
        ['of the sent, bounced later', bounced],
      ],
      matched,
    ),
    '',
    balanced ? '  Every sum holds, and both sides count the same.' : '  THE SUMS DO NOT HOLD.',
  ].join('\n');
};

export const importTold = ({ fileName, rows: all, created, updated, unchanged, skipped, refused }: Import): string =>
  `  ${fileName}: ${all} rows = ${created} created + ${updated} updated + ${unchanged} unchanged + ${skipped} skipped + ${refused} refused`;

export const belongingsTold = ({ vehicles, machines, leads }: Belongings): string =>
  `  ${vehicles} vehicles and ${machines} machines that they own, and ${leads} leads who own none yet`;

export const welcome = (address: string): string => {
  const logins = LOGINS.map(({ name, email, role }) => `    ${email.padEnd(30)} ${role.padEnd(9)} ${name}`);
  return [
    `  Open ${address}`,
    `  and sign in with the password ${PASSWORD} as`,
    ...logins,
    '',
    '  Ctrl-C ends the demo.',
  ].join('\n');
};
