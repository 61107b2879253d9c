import { IconPaperclip } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { shared } from '../i18n/shared/texts.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Link } from './link.tsx';
import './file-list.css';

interface ListedFile {
  name: string;
  /** In bytes; null: not known beforehand. */
  size: number | null;
  address: string;
}

interface FileListProps<F extends ListedFile> {
  files: readonly F[];
  /** What can be done with one, at the end of its line. */
  deed?: ((file: F) => ReactNode) | undefined;
}

/** Files that go with something, each to be opened; nothing where there are none. */
export function FileList<F extends ListedFile>({ files, deed }: FileListProps<F>) {
  const t = useTexts(shared);
  const format = useFormat();
  if (files.length === 0) return null;
  return (
    <ul className="file-list" aria-label={t('filesOfMessage')}>
      {files.map((file) => (
        <li key={file.address} className="file-list-one">
          <IconPaperclip size={16} aria-hidden />
          <Link href={file.address} newTab>
            {file.name}
          </Link>
          {file.size === null ? null : <span className="text-small text-quiet">{format.bytes(file.size)}</span>}
          {deed ? <span className="file-list-deed">{deed(file)}</span> : null}
        </li>
      ))}
    </ul>
  );
}
