import { useState } from 'react';
import type { PriceRule } from '../../../../contract/catalogue-revisions.ts';
import type { OutputOf } from '../../../../contract/endpoint.ts';
import {
  type DocumentChoice,
  listCampaignProducts,
  listOpenedProducts,
  type ProposedProduct,
  repriceProducts,
} from '../../../../contract/proposed-products.ts';
import { getOpportunity, listOpportunities } from '../../../../contract/sales.ts';
import { useAction } from '../../api/use-action.ts';
import { MultiSelect, SelectField } from '../../form/choice-fields.tsx';
import { FieldRow } from '../../form/form.tsx';
import { MoneyField, NumberField } from '../../form/number-field.tsx';
import { minorUnitsIn } from '../../i18n/formats.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { texts } from './texts/texts.ts';

type Rehearsal = OutputOf<typeof repriceProducts>;
const HOWS = ['list', 'percent', 'amount', 'factor'] as const;
const ROUNDINGS = ['none', 'whole', 'ninety'] as const;
type Rounding = (typeof ROUNDINGS)[number];

interface Wanted {
  how: (typeof HOWS)[number];
  by: number | null;
  rounding: Rounding;
}

/** In hundredths of a percent, minor units, or thousandths of the cost. */
const SCALES = { list: 1, percent: 100, amount: 1, factor: 1000 } as const;

const ruleOf = ({ how, by, rounding }: Wanted, unit: number): PriceRule | null => {
  if (how === 'list') return null;
  const steps = { none: [1, 0], whole: [unit, 0], ninety: [unit, Math.floor(unit * 0.9)] } as const;
  const [step, ending] = steps[rounding];
  return {
    change: { kind: how, by: Math.round((by ?? 0) * SCALES[how]) },
    rounding: { step, ending, direction: 'nearest' },
    minMargin: null,
  };
};

interface RecalculateProps {
  choice: DocumentChoice;
  products: readonly ProposedProduct[];
}

/** New prices for products in open deals: rehearsed first, and written as they were rehearsed. */
export function Recalculate({ choice, products }: RecalculateProps) {
  const t = useTexts(texts);
  const currency = products[0]?.currency ?? 'EUR';
  const [wanted, setWanted] = useState<Wanted>({ how: 'list', by: null, rounding: 'none' });
  const [productIds, setProductIds] = useState<string[]>([]);
  const [rehearsal, setRehearsal] = useState<Rehearsal | null>(null);
  const asked = { ...choice, productIds: productIds as never, rule: ruleOf(wanted, minorUnitsIn(currency)) };
  const rehearse = useAction(repriceProducts, { onSuccess: setRehearsal });
  const apply = useAction(repriceProducts, {
    invalidate: [listOpportunities, getOpportunity, listOpenedProducts, listCampaignProducts],
    done: t('applied'),
    onSuccess: () => setRehearsal(null),
  });
  const change = (next: Partial<Wanted>) => {
    setRehearsal(null);
    setWanted({ ...wanted, ...next });
  };
  const named = new Map(products.map(({ productId, name }) => [productId as string, name]));
  return (
    <Section title={t('recalculate')} text={t('recalculateText')}>
      <Stack>
        <MultiSelect
          label={t('onlyThese')}
          nothing={t('allProducts')}
          choices={[...named].map(([value, label]) => ({ value, label }))}
          value={productIds}
          onChange={(ids) => {
            setRehearsal(null);
            setProductIds(ids);
          }}
        />
        <RuleFields wanted={wanted} change={change} currency={currency} />
        {rehearsal ? <Rehearsed rehearsal={rehearsal} /> : null}
        <Row>
          <Button busy={rehearse.busy} onClick={() => rehearse.run(asked)}>
            {t('rehearse')}
          </Button>
          {rehearsal && rehearsal.change > 0 ? (
            <Button
              look="primary"
              busy={apply.busy}
              onClick={() => apply.run({ ...asked, fingerprint: rehearsal.fingerprint })}
            >
              {t('apply', { count: rehearsal.change })}
            </Button>
          ) : null}
        </Row>
      </Stack>
    </Section>
  );
}

interface RuleFieldsProps {
  wanted: Wanted;
  change: (next: Partial<Wanted>) => void;
  currency: string;
}

function RuleFields({ wanted: { how, by, rounding }, change, currency }: RuleFieldsProps) {
  const t = useTexts(texts);
  const number = { value: by, onChange: (next: number | null) => change({ by: next }) };
  return (
    <FieldRow>
      <SelectField
        label={t('how')}
        value={how}
        onChange={(next) => change({ how: next ?? 'list', by: null })}
        choices={HOWS.map((value) => ({ value, label: t(`how_${value}`) }))}
      />
      {how === 'percent' ? <NumberField label={t('percent')} unit="%" digits={2} {...number} /> : null}
      {how === 'factor' ? <NumberField label={t('factor')} digits={3} {...number} /> : null}
      {how === 'amount' ? <MoneyField label={t('amount')} currency={currency} {...number} /> : null}
      {how === 'list' ? null : (
        <SelectField
          label={t('rounding')}
          value={rounding}
          onChange={(next) => change({ rounding: next ?? 'none' })}
          choices={ROUNDINGS.map((value) => ({ value, label: t(`rounding_${value}`) }))}
        />
      )}
    </FieldRow>
  );
}

/** What would become of the prices, and what stays. */
function Rehearsed({ rehearsal }: { rehearsal: Rehearsal }) {
  const t = useTexts(texts);
  const format = useFormat();
  const { change, same, refused, closed, sums } = rehearsal;
  return (
    <Alert tone={change > 0 ? 'accent' : 'warn'} title={t('rehearsed', { count: change })}>
      {sums.map(({ currency, beforeMinor, afterMinor }) => (
        <p key={currency}>
          {t('fromTo', { before: format.money(beforeMinor, currency), after: format.money(afterMinor, currency) })}
        </p>
      ))}
      {same > 0 ? <p>{t('sameSaid', { count: same })}</p> : null}
      {refused > 0 ? <p>{t('refusedSaid', { count: refused })}</p> : null}
      {closed > 0 ? <p>{t('closedSaid', { count: closed })}</p> : null}
    </Alert>
  );
}
