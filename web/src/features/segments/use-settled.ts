import { useEffect, useState } from 'react';

const PAUSE_MS = 350;

/** The value once it has not changed for a moment: so that the server isn't asked at every key. */
export function useSettled<T>(value: T, key: string): T {
  const [settled, setSettled] = useState({ value, key });
  useEffect(() => {
    if (key === settled.key) return undefined;
    const timer = setTimeout(() => setSettled({ value, key }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [key, settled.key, value]);
  return settled.value;
}
