import { ActionIcon, Popover } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { shared } from '../i18n/shared/texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Link } from './link.tsx';

interface HelpHintProps {
  /** The question it answers, which is its name too. */
  title: string;
  children: ReactNode;
  /** Where to read on, or where to do it. */
  links?: readonly { label: string; href: string }[] | undefined;
}

/** Help where the question arises. */
export function HelpHint({ title, children, links = [] }: HelpHintProps) {
  const t = useTexts(shared);
  const id = useId();
  return (
    <Popover width={320} position="bottom" withArrow shadow="md" trapFocus={links.length > 0} returnFocus>
      <Popover.Target>
        <ActionIcon
          variant="transparent"
          color="gray"
          size={24}
          aria-label={`${t('help')}: ${title}`}
          className="help-hint"
        >
          <IconHelpCircle size={16} stroke={1.75} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-labelledby={id}>
        <div className="stack gap-small text">
          <strong id={id}>{title}</strong>
          <div className="text-quiet">{children}</div>
          {links.map((link) => (
            <Link key={link.href} href={link.href} newTab={!link.href.startsWith('/')}>
              {link.label}
            </Link>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
