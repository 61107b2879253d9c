import { describe, expect, it } from 'vitest';
import type { UserId } from '../../../../contract/ids.ts';
import { PERMISSIONS, type Permission, ROLES, type Role } from '../../../../contract/permissions.ts';
import { type Actor, may, SYSTEM } from './may.ts';

const SELF = '00000000-0000-7000-8000-000000000001' as UserId;
const OTHER = '00000000-0000-7000-8000-000000000002' as UserId;

/**
 * Who may, written out: `+` yes, `s` only with a seat, `o` only as the owner and with a seat, `-` no.
 * Columns: admin, manager, marketer, sales, viewer.
 */
const MATRIX: [Permission, string][] = [
  ['settings.edit', '+ - - - -'],
  ['user.manage', '+ - - - -'],
  ['account.manage', '+ + - - -'],
  ['crm.see', '+ + + + +'],
  ['crm.edit', '+ + + + -'],
  ['crm.import', '+ + + - -'],
  ['crm.export', '+ + + + -'],
  ['catalogue.see', '+ + + + +'],
  ['catalogue.edit', '+ + - + -'],
  ['sales.see', '+ + + + +'],
  ['sales.edit', '+ + + + -'],
  ['consent.see', '+ + + + +'],
  ['consent.edit', '+ + + + -'],
  ['segment.see', '+ + + + +'],
  ['segment.edit', 's s s - -'],
  ['content.edit', 's s s - -'],
  ['campaign.see', '+ + + + +'],
  ['campaign.create', 's s s s -'],
  ['campaign.edit', 's s s o -'],
  ['campaign.run', 's s s o -'],
  ['campaign.approve', '+ + - - -'],
  ['ledger.export', 's s s - -'],
];

const COLUMNS: Role[] = ['admin', 'manager', 'marketer', 'sales', 'viewer'];

/** [with a seat and owner, with a seat and not, without and owner, without and not] */
const CASES: Record<string, [boolean, boolean, boolean, boolean]> = {
  '+': [true, true, true, true],
  s: [true, true, false, false],
  o: [true, false, false, false],
  '-': [false, false, false, false],
};

const actor = (role: Role, seat: boolean): Actor => ({ kind: 'user', userId: SELF, name: 'Anna', role, seat });

describe('who may what', () => {
  it('is written out for every permission and every role', () => {
    expect(MATRIX.map(([permission]) => permission)).toEqual(PERMISSIONS);
    expect(COLUMNS).toEqual(ROLES);
  });

  describe.each(MATRIX)('%s', (permission, row) => {
    it.each(COLUMNS.map((role, at) => [role, row.split(' ')[at]!] as const))('%s: %s', (role, sign) => {
      const asked = [
        may(actor(role, true), permission, { ownerId: SELF }),
        may(actor(role, true), permission, { ownerId: OTHER }),
        may(actor(role, false), permission, { ownerId: SELF }),
        may(actor(role, false), permission, { ownerId: OTHER }),
      ];
      expect(asked).toEqual(CASES[sign]);
    });
  });

  it('says no about an unowned subject to whoever may only as its owner', () => {
    expect(may(actor('sales', true), 'campaign.edit')).toBe(false);
    expect(may(actor('sales', true), 'campaign.edit', { ownerId: null })).toBe(false);
  });

  it('lets the system do everything', () => {
    expect(PERMISSIONS.filter((permission) => !may(SYSTEM, permission))).toEqual([]);
  });
});
