const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one is a thousand times dearer than using it. */
const formatIn = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known) return known;
  const fields = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  // Swedish writes `YYYY-MM-DD HH:mm`: taking the parts of another form would cost ten times as much.
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, hourCycle: 'h23', ...fields });
  formats.set(zone, made);
  return made;
};

/** What a clock on the wall of a zone shows at a moment: `YYYY-MM-DDTHH:mm`. */
export function wallTimeOf(moment: string, zone: string): string {
  return formatIn(zone).format(new Date(moment)).replace(' ', 'T');
}

/** How far a zone's clocks are ahead of UTC at a moment, in ms. */
const offsetAt = (instant: number, zone: string): number =>
  Date.parse(`${wallTimeOf(new Date(instant).toISOString(), zone)}Z`) - Math.floor(instant / 60_000) * 60_000;

/**
 * The moment when the clocks of a zone show this time. RFC 5545: a time that a clock change skips is read by the offset before the change
 * (02:30 becomes 03:30); one that comes twice means the first.
 */
export function momentOnWall(wall: string, zone: string): string {
  const asUtc = Date.parse(`${wall}Z`);
  const before = offsetAt(asUtc - 86_400_000, zone);
  const after = offsetAt(asUtc + 86_400_000, zone);
  const first = asUtc - before;
  const shown = (instant: number) => wallTimeOf(new Date(instant).toISOString(), zone) === wall;
  const instant = shown(first) || !shown(asUtc - after) ? first : asUtc - after;
  return new Date(instant).toISOString();
}
