import { useEffect, useState } from 'react';

const PAUSE_MS = 400;

/** The value as it was a moment after the last key: what is asked of the server while somebody writes. */
export function useLater<T>(value: T): T {
  const key = JSON.stringify(value);
  const [later, setLater] = useState({ key, value });
  useEffect(() => {
    if (key === later.key) return undefined;
    const timer = setTimeout(() => setLater({ key, value }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [key, later.key, value]);
  return later.value;
}
