import { Drawer as DrawerWidget, Modal as ModalWidget } from '@mantine/core';
import type { ReactNode } from 'react';
import { shared } from '../i18n/shared/texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { given } from './given.ts';

interface ModalProps {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  size?: 'small' | 'normal' | 'large' | undefined;
  /** Above a hint that stays open. */
  over?: boolean | undefined;
  /** Told once it is gone from the screen. */
  onClosed?: (() => void) | undefined;
}

const WIDTHS = { small: '26rem', normal: '36rem', large: '60rem' } as const;

/** Its head is a `header` of the library’s: not the page’s banner. */
const NO_BANNER = { header: { role: 'presentation' } };

export function Modal({ open, onClose, title, children, size = 'normal', over = false, onClosed }: ModalProps) {
  const t = useTexts(shared);
  return (
    <ModalWidget
      opened={open}
      onClose={onClose}
      title={title}
      size={WIDTHS[size]}
      zIndex={over ? 400 : 200}
      radius="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
      attributes={NO_BANNER}
      transitionProps={{ transition: 'pop', duration: 120 }}
      {...given({ onExitTransitionEnd: onClosed })}
    >
      {children}
    </ModalWidget>
  );
}

/** Slides in from the right with a thing's details, while the page stays where it was. */
export function Drawer({ open, onClose, title, children, size = 'normal' }: ModalProps) {
  const t = useTexts(shared);
  return (
    <DrawerWidget
      opened={open}
      onClose={onClose}
      title={title}
      position="right"
      size={WIDTHS[size]}
      closeButtonProps={{ 'aria-label': t('close') }}
      attributes={NO_BANNER}
      transitionProps={{ duration: 160 }}
    >
      {children}
    </DrawerWidget>
  );
}

/** The buttons at the foot of a dialog or a form; the one that does it comes last. */
export function Foot({ children }: { children: ReactNode }) {
  return <div className="dialog-foot">{children}</div>;
}
