import {
  type Asset,
  deleteAsset,
  getAsset,
  listAssets,
  listAssetTypes,
  updateAsset,
} from '../../../../contract/assets.ts';
import { getCompany, getContact } from '../../../../contract/crm.ts';
import type { Language } from '../../../../contract/messages/index.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { customKey, useCustomFields } from '../../crm-fields/custom-inputs.tsx';
import { CustomValueText } from '../../crm-fields/custom-value.tsx';
import { shared } from '../../i18n/shared/texts.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Facts } from '../../ui/stat.tsx';
import { When } from '../../ui/values.tsx';
import { useGo, useParam, useSearchState } from '../../url.ts';
import { AssetForm } from './asset-form.tsx';
import { assetTexts } from './asset-texts/texts.ts';
import { OwnerLinks } from './owner-links.tsx';
import { TagList } from './party-facts.tsx';
import { PartyPage, PartyWaiting } from './party-page.tsx';
import { personName } from './person-name.ts';

const useCrumb = () => ({ label: useTexts(assetTexts)('assets'), href: paths.assets() });

/** A new asset; `?type=`, `?contact=` and `?company=` when it begins on a list of them or an owner's page. */
export function NewAssetScreen() {
  const t = useTexts(assetTexts);
  const go = useGo();
  const [search] = useSearchState<{ type?: string; contact?: string; company?: string }>();
  const types = useEndpoint(listAssetTypes, {});
  const contact = useEndpoint(getContact, { id: (search.contact ?? '') as never }, { when: !!search.contact });
  const company = useEndpoint(getCompany, { id: (search.company ?? '') as never }, { when: !!search.company });
  const waiting = [search.contact && contact, search.company && company].some(
    (one) => one && !one.data && !one.problem,
  );
  const person = contact.data ? { id: contact.data.id, name: personName(contact.data) } : null;
  const typeId = search.type ?? types.data?.types.find((type) => !type.archived)?.id;
  return (
    <Page title={t('newAsset')} crumbs={[useCrumb()]} width="reading">
      {waiting || !types.data ? (
        <Skeleton lines={8} />
      ) : (
        <AssetForm
          asset={null}
          start={{ typeId: typeId ?? '', contact: person, company: company.data ?? contact.data?.company ?? null }}
          onSaved={({ id }) => go(paths.asset(id))}
          onCancel={() => go(paths.assets())}
        />
      )}
    </Page>
  );
}

function useAssetFacts(asset: Asset) {
  const t = useTexts(assetTexts);
  const types = useEndpoint(listAssetTypes, {});
  const type = types.data?.types.find(({ id }) => id === asset.type.id);
  const day = (at: string | null) => (at ? <When at={at} show="date" /> : '–');
  return [
    { label: t('type'), value: asset.type.name },
    { label: type?.identifierLabel || t('identifier'), value: asset.identifier ?? '–' },
    { label: t('owner'), value: <OwnerLinks asset={asset} /> },
    { label: t('acquired'), value: day(asset.acquiredOn) },
    ...(asset.disposedOn ? [{ label: t('disposedOn'), value: day(asset.disposedOn) }] : []),
    { label: t('tags'), value: <TagList tags={asset.tags} /> },
    { label: t('created'), value: <When at={asset.createdAt} show="date" /> },
  ];
}

/** What is known of it beyond what every asset has. */
function OwnFields({ asset }: { asset: Asset }) {
  const language = useFormat().language as Language;
  const custom = useCustomFields('asset', asset.type.id);
  const facts = custom.map((field) => ({
    label: field.label[language],
    value: <CustomValueText field={field} value={asset.custom[customKey(field)]} />,
  }));
  return facts.length === 0 ? null : (
    <Section title={asset.type.name}>
      <Facts facts={facts} />
    </Section>
  );
}

/** One asset: what it is and whose. */
export function AssetScreen() {
  const crumb = useCrumb();
  const { data, problem } = useEndpoint(getAsset, { id: useParam('id') as never });
  return data ? <AssetPage asset={data} /> : <PartyWaiting crumb={crumb} problem={problem} />;
}

function AssetPage({ asset }: { asset: Asset }) {
  const t = useTexts(assetTexts);
  const common = useTexts(shared);
  const go = useGo();
  const { name, disposedOn } = asset;
  const invalidate = [listAssets, getAsset];
  const update = useAction(updateAsset, { invalidate, done: common('saved') });
  const remove = useAction(deleteAsset, {
    invalidate: [listAssets],
    done: common('deleted'),
    onSuccess: () => go(paths.assets()),
  });
  const today = new Date().toLocaleDateString('sv');
  const dispose = () => update.run({ id: asset.id, disposedOn: disposedOn ? null : today });
  return (
    <PartyPage
      name={name}
      crumb={useCrumb()}
      mark={disposedOn ? <Badge>{t('disposed')}</Badge> : undefined}
      facts={useAssetFacts(asset)}
      form={(done) => (
        <AssetForm
          asset={asset}
          start={{ typeId: asset.type.id, contact: asset.contact, company: asset.company }}
          onSaved={done}
          onCancel={done}
        />
      )}
      remove={{
        title: t('deleteTitle', { name }),
        text: t('deleteText'),
        action: t('deleteAsset'),
        busy: remove.busy,
        run: () => remove.run({ id: asset.id }),
      }}
      actions={
        <Button busy={update.busy} onClick={dispose}>
          {t(disposedOn ? 'recover' : 'dispose')}
        </Button>
      }
    >
      <OwnFields asset={asset} />
    </PartyPage>
  );
}
