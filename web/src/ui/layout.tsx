import type { ReactNode } from 'react';
import './layout.css';

type Gap = 'none' | 'small' | 'normal' | 'large';

interface StackProps {
  children: ReactNode;
  gap?: Gap | undefined;
}

/** Things below each other. */
export function Stack({ children, gap = 'normal' }: StackProps) {
  return <div className={`stack gap-${gap}`}>{children}</div>;
}

interface ListProps extends StackProps {
  /** Names the list for screen readers. */
  label: string;
  /** One thing comes after the other. */
  ordered?: boolean | undefined;
}

/** A list whose items stand below each other, without marks. */
export function List({ children, gap = 'normal', label, ordered }: ListProps) {
  const Items = ordered ? 'ol' : 'ul';
  return (
    <Items className={`stack unmarked gap-${gap}`} aria-label={label}>
      {children}
    </Items>
  );
}

interface RowProps extends StackProps {
  align?: 'start' | 'center' | 'baseline' | 'end' | undefined;
  spread?: 'start' | 'between' | 'end' | undefined;
  /** Stays on one line (the default wraps). */
  oneLine?: boolean | undefined;
}

/** Things beside each other, wrapping. */
export function Row({ children, gap = 'small', align = 'center', spread = 'start', oneLine }: RowProps) {
  return (
    <div className={`row gap-${gap} align-${align} spread-${spread}${oneLine ? ' row-oneline' : ''}`}>{children}</div>
  );
}

interface GridProps extends StackProps {
  /** The least width of a cell, in rem; as many columns as fit. */
  cell?: number | undefined;
}

/** Cells of equal width, as many beside each other as fit. */
export function Grid({ children, cell = 16, gap = 'normal' }: GridProps) {
  return (
    <div
      className={`grid gap-${gap}`}
      style={{ gridTemplateColumns: `repeat(auto-fill, minmax(min(100%, ${cell}rem), 1fr))` }}
    >
      {children}
    </div>
  );
}

interface ColumnsProps {
  children: ReactNode;
  /** What stands beside, narrower; below on a small screen. */
  aside: ReactNode;
  /** Names the part beside for screen readers. */
  asideLabel: string;
  side?: 'left' | 'right' | undefined;
}

/** The main thing and what stands beside it (the rule builder and its count). The part beside stays in view. */
export function Columns({ children, aside, asideLabel, side = 'right' }: ColumnsProps) {
  return (
    <div className={`columns columns-${side}`}>
      <div className="columns-main">{children}</div>
      <aside className="columns-aside" aria-label={asideLabel}>
        {aside}
      </aside>
    </div>
  );
}
