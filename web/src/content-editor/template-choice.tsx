import { IconTemplate } from '@tabler/icons-react';
import { useState } from 'react';
import type { Variant } from '../../../contract/content.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/button.tsx';
import { Row, Stack } from '../ui/layout.tsx';
import { Modal } from '../ui/modal.tsx';
import { TemplateCards } from './template-cards.tsx';
import type { Looks } from './template-thumb.tsx';
import { texts } from './texts/texts.ts';

/** Opens what a text other than an e-mail may be begun with. */
export function TemplateChoice({ onUse, ...looks }: Looks & { onUse: (variant: Variant) => void }) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  const use = (variant: Variant) => {
    setOpen(false);
    onUse(variant);
  };
  return (
    <Row>
      <Button icon={<IconTemplate size={16} />} onClick={() => setOpen(true)}>
        {t('fromTemplate')}
      </Button>
      <Modal open={open} onClose={() => setOpen(false)} title={t('chooseTemplate')} size="large">
        <Stack>
          <TemplateCards {...looks} onUse={use} />
        </Stack>
      </Modal>
    </Row>
  );
}
