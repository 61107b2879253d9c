import { IconTrash } from '@tabler/icons-react';
import type { LayoutDesign } from '../../../../contract/layouts.ts';
import { TemplateField } from '../../content-editor/template-field.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { layoutTexts } from './layout-texts/texts.ts';

const MOST = 6;

interface LayoutFactsProps {
  facts: LayoutDesign['facts'];
  set: (facts: LayoutDesign['facts']) => void;
}

/** Lines beside the address, each a label and a template. */
export function LayoutFacts({ facts, set }: LayoutFactsProps) {
  const t = useTexts(layoutTexts);
  return (
    <Stack gap="small">
      {facts.map((_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what the fields are named by
        <Row key={at}>
          <TextField name={`design.facts.${at}.label`} label={t('factLabel', { count: at + 1 })} />
          <TemplateField
            name={`design.facts.${at}.value`}
            label={t('factValue', { count: at + 1 })}
            rows={1}
            linkless
            remarks={[]}
          />
          <IconButton
            label={t('removeFact', { count: at + 1 })}
            icon={<IconTrash size={16} stroke={1.75} />}
            onClick={() => set(facts.filter((_, place) => place !== at))}
          />
        </Row>
      ))}
      {facts.length < MOST ? (
        <Row>
          <Button size="small" onClick={() => set([...facts, { label: '', value: '' }])}>
            {t('addFact')}
          </Button>
        </Row>
      ) : null}
    </Stack>
  );
}
