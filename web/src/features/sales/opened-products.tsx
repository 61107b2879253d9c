import { type DocumentChoice, listOpenedProducts } from '../../../../contract/proposed-products.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ProposedTable } from '../../sales-lines/proposed-table.tsx';
import { useMay } from '../../session/session.ts';
import { Alert } from '../../ui/alert.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Drawer } from '../../ui/modal.tsx';
import { Recalculate } from './recalculate.tsx';
import { texts } from './texts/texts.ts';

/** O53: the products of a deal, of marked ones or of a whole list, and new prices for them. */
export function OpenedProducts({ choice, onClose }: { choice: DocumentChoice | null; onClose: () => void }) {
  const t = useTexts(texts);
  return (
    <Drawer open={choice !== null} onClose={onClose} title={t('productsOf')} size="large">
      {choice ? <Products choice={choice} /> : null}
    </Drawer>
  );
}

function Products({ choice }: { choice: DocumentChoice }) {
  const mayEdit = useMay('sales.edit');
  const { data, loading, problem } = useEndpoint(listOpenedProducts, choice);
  const products = data?.products ?? [];
  if (problem) return <Alert tone="bad">{problem.message}</Alert>;
  return (
    <Stack>
      <ProposedTable products={products} loading={loading} />
      {mayEdit && products.some(({ open }) => open > 0) ? <Recalculate choice={choice} products={products} /> : null}
    </Stack>
  );
}
