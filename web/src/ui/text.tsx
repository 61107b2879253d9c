import type { ReactNode } from 'react';
import './text.css';

interface TextProps {
  children: ReactNode;
  size?: 'small' | 'normal' | 'large' | undefined;
  tone?: 'default' | 'quiet' | 'good' | 'warn' | 'bad' | undefined;
  strong?: boolean | undefined;
  /** One line, cut with an ellipsis. */
  oneLine?: boolean | undefined;
  as?: 'p' | 'span' | 'div' | undefined;
}

export function Text({ children, size = 'normal', tone = 'default', strong, oneLine, as: Tag = 'p' }: TextProps) {
  const classes = ['text', `text-${size}`, `text-${tone}`, strong && 'text-strong', oneLine && 'text-oneline'];
  return <Tag className={classes.filter(Boolean).join(' ')}>{children}</Tag>;
}

interface HeadingProps {
  level: 1 | 2 | 3 | 4;
  children: ReactNode;
  id?: string | undefined;
}

export function Heading({ level, children, id }: HeadingProps) {
  const Tag = `h${level}` as const;
  return (
    <Tag id={id} className={`heading heading-${level}`}>
      {children}
    </Tag>
  );
}

export function Code({ children, block }: { children: ReactNode; block?: boolean | undefined }) {
  if (!block) return <code className="code">{children}</code>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a block that scrolls must be reachable by keyboard
    <pre className="code-block" tabIndex={0}>
      <code>{children}</code>
    </pre>
  );
}
