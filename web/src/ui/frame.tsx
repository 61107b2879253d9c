import { IconMoon, IconPhotoOff } from '@tabler/icons-react';
import { useState } from 'react';
import { shared } from '../i18n/shared/texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { IconButton } from './icon-button.tsx';
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

/** As Outlook and Gmail do it where a message says nothing of its own: everything is turned over but the pictures. */
const DARKENED =
  '<style>html{background:#fff;filter:invert(1) hue-rotate(180deg)}img{filter:invert(1) hue-rotate(180deg)}</style>';

const NO_PICTURES = '<meta http-equiv="Content-Security-Policy" content="img-src \'none\'">';

/** Nothing is fetched: what stands for a picture is read instead, as in mail programs that ask first. */
const withoutPictures = (html: string): string => {
  const headed = html.replace(/<head\b[^>]*>/i, (head) => head + NO_PICTURES);
  return headed === html ? NO_PICTURES + html : headed;
};

/** Other people's HTML, shown without running anything of it: no scripts, no forms, no access to us. */
export function Frame({ title, html, height = 560, widths = true }: FrameProps) {
  const t = useTexts(shared);
  const [width, setWidth] = useState<Width>('full');
  const [dark, setDark] = useState(false);
  const [pictureless, setPictureless] = useState(false);
  const shown = pictureless ? withoutPictures(html) : html;
  return (
    <div className="frame">
      {widths ? (
        <div className="frame-ways">
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
          <IconButton
            label={t('darkPreview')}
            icon={<IconMoon size={16} />}
            pressed={dark}
            onClick={() => setDark(!dark)}
          />
          <IconButton
            label={t('pictureless')}
            icon={<IconPhotoOff size={16} />}
            pressed={pictureless}
            onClick={() => setPictureless(!pictureless)}
          />
        </div>
      ) : null}
      <iframe
        title={title}
        sandbox=""
        srcDoc={dark ? shown + DARKENED : shown}
        className="frame-page"
        style={{ height, maxWidth: WIDTHS[width] }}
      />
    </div>
  );
}
