import { useState } from 'react';
import { shared } from '../i18n/shared/texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Segmented } from './segmented.tsx';
import './frame.css';

interface FrameProps {
  /** Names what is shown: "Preview for Anna Nowak". */
  title: string;
  html: string;
  /** In pixels. */
  height?: number | undefined;
  /** Phone, tablet, full. */
  widths?: boolean | undefined;
}

const WIDTHS = { phone: 375, tablet: 720, full: undefined } as const;
type Width = keyof typeof WIDTHS;

/** Other people's HTML, shown without running anything of it: no scripts, no forms, no access to us. */
export function Frame({ title, html, height = 560, widths = true }: FrameProps) {
  const t = useTexts(shared);
  const [width, setWidth] = useState<Width>('full');
  return (
    <div className="frame">
      {widths ? (
        <Segmented<Width>
          label={t('previewWidth')}
          value={width}
          onChange={setWidth}
          choices={[
            { value: 'phone', label: t('widthPhone') },
            { value: 'tablet', label: t('widthTablet') },
            { value: 'full', label: t('widthFull') },
          ]}
        />
      ) : null}
      <iframe
        title={title}
        sandbox=""
        srcDoc={html}
        className="frame-page"
        style={{ height, maxWidth: WIDTHS[width] }}
      />
    </div>
  );
}
