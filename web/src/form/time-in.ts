const WRITTEN = /^(\d{1,2})(?:\s*[:.h]\s*(\d{2})|(\d{2}))?\s*h?$/;

/** The time of day that was typed, `HH:mm`: 9, 930, 0930, 9.30, 9h30, 9pm, 9:30 pm. Null when it is none. */
export function timeIn(typed: string): string | null {
  const text = typed.trim().toLowerCase();
  const [, clock = '', half] = /^(.*?)\s*(?:([ap])\.?m\.?)?$/.exec(text) ?? [];
  const [, hours, minutes, joined] = WRITTEN.exec(clock) ?? [];
  if (hours === undefined) return null;
  const hour = half === undefined ? Number(hours) : ofHalf(Number(hours), half);
  const minute = minutes ?? joined ?? '00';
  if (hour === null || hour > 23 || Number(minute) > 59) return null;
  return `${String(hour).padStart(2, '0')}:${minute}`;
}

/** An hour of the twelve before or after noon: 12 am is midnight. */
function ofHalf(hour: number, half: string): number | null {
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}
