import { Spotlight, spotlight } from '@mantine/spotlight';
import { IconArrowRight, IconPlus, IconSearch } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useTexts } from '../i18n/use-texts.ts';
import { useGo } from '../url.ts';
import type { Place } from './navigation.ts';
import { texts } from './texts/texts.ts';
import { useDeeds, usePlaces } from './use-places.ts';

export const commandKey = /mac/i.test(navigator.platform) ? '⌘K' : 'Ctrl K';
export const openPalette = (): void => spotlight.open();

/** One thing the palette can open. */
export interface Found {
  key: string;
  label: string;
  /** A second line: an e-mail address, a state. */
  text?: string | undefined;
  icon?: ReactNode | undefined;
  href: string;
}

export interface Finder {
  /** The heading its results stand under, in the present language. */
  title: () => string;
  find: (words: string, signal: AbortSignal) => Promise<readonly Found[]>;
}

const finders: Finder[] = [];

/** A feature's records and actions in the palette; called once from the list in `finders.ts`. */
export function registerFinder(finder: Finder): void {
  finders.push(finder);
}

interface Group {
  title: string;
  found: readonly Found[];
}

/** Asks every finder a moment after the last key. */
function useFound(words: string): readonly Group[] {
  const [groups, setGroups] = useState<readonly Group[]>([]);
  useEffect(() => {
    if (words.trim().length < 2) {
      setGroups([]);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const answers = await Promise.allSettled(finders.map((finder) => finder.find(words.trim(), stop.signal)));
      if (stop.signal.aborted) return;
      setGroups(
        answers.flatMap((answer, index) =>
          answer.status === 'fulfilled' && answer.value.length > 0
            ? [{ title: finders[index]?.title() ?? '', found: answer.value }]
            : [],
        ),
      );
    }, 120);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [words]);
  return groups;
}

/** What Enter opens is chosen as the words change; answers that come later need it too. */
function useFirstChosen(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (!list.current?.querySelector('[data-selected]'))
      list.current?.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
  });
}

function flat(places: readonly Place[]): readonly Place[] {
  return places.flatMap((place) => place.places ?? [place]);
}

export function Palette() {
  const t = useTexts(texts);
  const go = useGo();
  const [words, setWords] = useState('');
  const list = useRef<HTMLDivElement>(null);
  useFirstChosen(list);
  const wanted = words.trim().toLowerCase();
  const named = (places: readonly Place[]): Found[] =>
    places
      .map((place) => ({ key: place.href, label: t(place.text), href: place.href }))
      .filter(({ label }) => label.toLowerCase().includes(wanted));
  const pages = named(flat(usePlaces()));
  const deeds = named(useDeeds()).map((deed) => ({ ...deed, icon: <IconPlus size={16} stroke={1.75} /> }));
  const groups: readonly Group[] = [
    ...useFound(words),
    ...(deeds.length > 0 ? [{ title: t('doIt'), found: deeds }] : []),
    ...(pages.length > 0 ? [{ title: t('goTo'), found: pages }] : []),
  ];
  return (
    <Spotlight.Root
      query={words}
      onQueryChange={setWords}
      shortcut={['mod + K']}
      scrollable
      maxHeight={420}
      radius="lg"
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
    >
      <Spotlight.Search
        placeholder={t('palettePlaceholder')}
        aria-label={t('palettePlaceholder')}
        leftSection={<IconSearch size={18} stroke={1.75} />}
      />
      <Spotlight.ActionsList>
        <div ref={list}>
          {groups.map((group) => (
            <Spotlight.ActionsGroup key={group.title} label={group.title}>
              {group.found.map((one: Found) => (
                <Spotlight.Action
                  key={one.key}
                  label={one.label}
                  {...(one.text ? { description: one.text } : {})}
                  leftSection={one.icon ?? <IconArrowRight size={16} stroke={1.75} />}
                  onClick={() => go(one.href)}
                />
              ))}
            </Spotlight.ActionsGroup>
          ))}
        </div>
        {groups.length === 0 ? <Spotlight.Empty>{t('paletteNothing')}</Spotlight.Empty> : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
