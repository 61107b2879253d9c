import { listSegments } from '../../../../contract/segments.ts';
import { call } from '../../api/call.ts';
import { textsNow } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { texts } from './texts/texts.ts';

/** Segments by name, in the palette. */
export const segmentFinder = {
  title: () => textsNow(texts)('segments'),
  find: async (search: string, signal: AbortSignal) => {
    const t = textsNow(texts);
    const { rows } = await call(listSegments, { search, limit: 5 }, signal);
    return rows.map(({ id, name, partyKind }) => ({
      key: id,
      label: name,
      text: t(`kind_${partyKind}`),
      href: paths.segment(id),
    }));
  },
};
