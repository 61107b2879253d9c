import { type KeyboardEvent, type RefObject, useState } from 'react';

interface Options {
  count: number;
  body: RefObject<HTMLElement | null>;
  scrollTo: (index: number) => void;
  open: (index: number) => void;
  pick: (index: number) => void;
  /** Any other key; true when it did something. */
  press: (key: string, index: number) => boolean;
}

const PAGE = 12;

function targetOf(key: string, index: number, count: number): number | null {
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE };
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = steps[key];
  return step === undefined ? null : Math.min(count - 1, Math.max(0, index + step));
}

/** Moving through rows by keyboard: one row is in the tab order, the arrows move it, Enter opens, Space selects. */
export function useRowKeys({ count, body, scrollTo, open, pick, press }: Options) {
  const [active, setActive] = useState(0);
  const focus = (index: number) => {
    setActive(index);
    scrollTo(index);
    requestAnimationFrame(() =>
      body.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true }),
    );
  };
  const onKeyDown = (index: number) => (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget) return;
    const target = targetOf(event.key, index, count);
    if (target !== null) focus(target);
    else if (event.key === 'Enter') open(index);
    else if (event.key === ' ') pick(index);
    else if (event.ctrlKey || event.metaKey || event.altKey || !press(event.key, index)) return;
    event.preventDefault();
  };
  return { active: Math.min(active, Math.max(0, count - 1)), setActive, onKeyDown };
}
