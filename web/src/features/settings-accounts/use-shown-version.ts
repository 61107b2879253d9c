import { useRef } from 'react';

/**
 * Of when the account is that the form shows: it may be read again behind an open form. What changed beside its settings meanwhile, such as a
 * DKIM key, is no reason to refuse them.
 */
export function useShownVersion(updatedAt: string, settings?: string) {
  const shown = useRef({ updatedAt, settings });
  if (settings !== undefined && shown.current.settings === settings) shown.current.updatedAt = updatedAt;
  return {
    read: () => shown.current.updatedAt,
    shows: (at: string, now?: string) => {
      shown.current = { updatedAt: at, settings: now };
    },
  };
}
