/** A sealed line as it is about to be written to. */
export interface LineAtGate {
  no: number;
  partyKind: string;
  partyId: string;
  role: string;
  addressKey: string | null;
}
