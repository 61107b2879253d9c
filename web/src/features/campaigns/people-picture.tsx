import { useTexts } from '../../i18n/use-texts.ts';
import { EnlargingPicture } from '../../ui/enlarging-picture.tsx';
import { peopleTexts } from './people-texts/texts.ts';

const NAMES = ['Kari Nordmann', 'Jan Kowalski'] as const;

function Mark({ no, x, y }: { no: number; x: number; y: number }) {
  return (
    <g>
      <circle cx={x} cy={y} r={9} fill="var(--accent)" />
      <text x={x} y={y + 4} textAnchor="middle" fontSize={11} fontWeight={600} fill="#fff">
        {no}
      </text>
    </g>
  );
}

function Drawing() {
  const t = useTexts(peopleTexts);
  const rows = [t('pictureRow'), t('pictureRowTwo')];
  return (
    <svg viewBox="0 0 420 196" role="presentation" style={{ display: 'block', width: '100%' }} fontSize={12}>
      <rect width={420} height={196} rx={7} fill="var(--surface)" />
      <rect x={16} y={14} width={168} height={26} rx={6} fill="var(--sunken)" stroke="var(--line-strong)" />
      <rect x={18} y={16} width={82} height={22} rx={5} fill="var(--surface)" stroke="var(--line)" />
      <text x={28} y={31} fill="var(--ink)">
        {t('byCampaign')}
      </text>
      <text x={112} y={31} fill="var(--ink-quiet)">
        {t('by_contact')}
      </text>
      <rect x={232} y={14} width={150} height={26} rx={6} fill="var(--surface)" stroke="var(--line-strong)" />
      <text x={244} y={31} fill="var(--ink-quiet)">
        Kari Nordmann ▾
      </text>
      {rows.map((name, row) => (
        <g key={name} transform={`translate(0 ${64 + row * 60})`}>
          <line x1={16} x2={404} y1={0} y2={0} stroke="var(--line)" />
          <text x={28} y={32} fontWeight={600} fill="var(--ink)">
            {name}
          </text>
          <text x={196} y={32} textAnchor="end" fill="var(--accent-ink)">
            {row === 0 ? '1 204' : '86'}
          </text>
          <text x={232} y={32} fill="var(--accent-ink)">
            {NAMES[row]} …
          </text>
        </g>
      ))}
      <Mark no={1} x={196} y={27} />
      <Mark no={2} x={394} y={27} />
      <Mark no={3} x={24} y={76} />
      <Mark no={4} x={196} y={76} />
      <Mark no={5} x={240} y={76} />
    </svg>
  );
}

/** O02, O54: the list explained by an annotated picture, drawn in the reader’s language and colours. */
export function PeoplePicture() {
  const t = useTexts(peopleTexts);
  const notes = [t('step1'), t('step2'), t('step3'), t('step4'), t('step5')];
  return <EnlargingPicture title={t('picture')} picture={<Drawing />} notes={notes} />;
}
