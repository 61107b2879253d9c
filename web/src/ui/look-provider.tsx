import { MantineProvider, useMantineColorScheme } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import type { ReactNode } from 'react';
import 'dayjs/locale/fr';
import 'dayjs/locale/nb';
import 'dayjs/locale/pl';
import { useFormat } from '../i18n/use-format.ts';
import { theme, themeVariables } from './theme.ts';
import { ToastHost } from './toast.tsx';

export type Look = 'light' | 'dark' | 'auto';

/** Light, dark, or as the system says; remembered in this browser. */
export function useLook(): [Look, (look: Look) => void] {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return [colorScheme, setColorScheme];
}

/** The component library's roots: theme, local dates and notes. */
export function LookProvider({ children }: { children: ReactNode }) {
  const { language } = useFormat();
  return (
    <MantineProvider theme={theme} cssVariablesResolver={themeVariables} defaultColorScheme="auto">
      <DatesProvider settings={{ locale: language, firstDayOfWeek: 1 }}>
        {children}
        <ToastHost />
      </DatesProvider>
    </MantineProvider>
  );
}
