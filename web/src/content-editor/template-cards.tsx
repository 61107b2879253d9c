import { getTemplate, listBuiltInTemplates, listTemplates, type Variant } from '../../../contract/content.ts';
import type { TemplateId } from '../../../contract/ids.ts';
import { call } from '../api/call.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Grid } from '../ui/layout.tsx';
import { Heading } from '../ui/text.tsx';
import { useSeen } from '../ui/use-seen.ts';
import { type Looks, TemplateThumb } from './template-thumb.tsx';
import { texts } from './texts/texts.ts';

interface TemplateCardsProps extends Looks {
  onUse: (variant: Variant) => void;
}

/** O38: what a text may be begun with, chosen by its looks: people's own templates, and those that come along. */
export function TemplateCards({ onUse, ...looks }: TemplateCardsProps) {
  const t = useTexts(texts);
  const { channel, language } = looks;
  const own = useEndpoint(listTemplates, { channel, language, limit: 100 }).data?.rows ?? [];
  const ready = useEndpoint(listBuiltInTemplates, { channel, language }).data?.templates ?? [];
  return (
    <>
      {own.length > 0 ? (
        <section className="stack gap-small" aria-label={t('ownTemplates')}>
          <Heading level={4}>{t('ownTemplates')}</Heading>
          <Grid cell={14}>
            {own.map(({ id, name }) => (
              <OwnCard key={id} id={id} name={name} looks={looks} onUse={onUse} />
            ))}
          </Grid>
        </section>
      ) : null}
      <section className="stack gap-small" aria-label={t('builtIn')}>
        {own.length > 0 ? <Heading level={4}>{t('builtIn')}</Heading> : null}
        <Grid cell={14}>
          {ready.map(({ key, name, description, variant }) => (
            <Card key={key} {...{ name, description, variant, looks }} onUse={() => onUse(variant)} />
          ))}
        </Grid>
      </section>
    </>
  );
}

interface OwnCardProps extends Pick<TemplateCardsProps, 'onUse'> {
  id: TemplateId;
  name: string;
  looks: Looks;
}

function OwnCard({ id, name, looks, onUse }: OwnCardProps) {
  const [ref, seen] = useSeen<HTMLDivElement>();
  const variant = useEndpoint(getTemplate, { id }, { when: seen }).data?.variant;
  const use = async () => onUse(variant ?? (await call(getTemplate, { id })).variant);
  return (
    <div ref={ref}>
      <Card name={name} description="" variant={variant} looks={looks} onUse={() => void use()} />
    </div>
  );
}

interface CardProps {
  name: string;
  description: string;
  variant: Variant | undefined;
  looks: Looks;
  onUse: () => void;
}

function Card({ name, description, variant, looks, onUse }: CardProps) {
  const t = useTexts(texts);
  const [ref, seen] = useSeen<HTMLButtonElement>();
  return (
    <button ref={ref} type="button" className="template-choice" aria-label={t('useNamed', { name })} onClick={onUse}>
      <span className={`template-thumb template-thumb-${looks.channel}`} aria-hidden="true">
        {variant && seen ? <TemplateThumb variant={variant} {...looks} /> : null}
      </span>
      <span className="template-choice-words">
        <strong>{name}</strong>
        {description ? <span className="text-quiet text-small">{description}</span> : null}
      </span>
    </button>
  );
}
