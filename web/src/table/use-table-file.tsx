import { IconFileExport } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { FileCell, TableFile } from '../../../contract/table-file.ts';
import { TABLE_FILE } from '../../../contract/table-file.ts';
import { saveFile } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useTexts } from '../i18n/use-texts.ts';
import type { MenuItems } from '../ui/menu.tsx';
import { notify } from '../ui/toast.tsx';
import type { Column } from './column.ts';
import { readCell } from './read-cells.ts';
import { texts } from './texts/texts.ts';

export type FileFormat = TableFile['format'];

interface Piece<Row> {
  rows: readonly Row[];
  read: (cells: FileCell[][]) => void;
}

/** Rows as they look, out of sight: what stands in their cells goes into the file. */
function Sheet<Row>({ columns, piece: { rows, read } }: { columns: readonly Column<Row>[]; piece: Piece<Row> }) {
  const body = useRef<HTMLTableSectionElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each piece
  useEffect(() => read([...(body.current?.rows ?? [])].map((row) => [...row.cells].map(readCell))), [rows]);
  return (
    <table hidden>
      <tbody ref={body}>
        {rows.map((row, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows never move
          <tr key={place}>
            {columns.map((column) => (
              <td key={column.key}>{column.cell(row)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The two entries of a table's menu that take it out as a file. */
export function useFileItems(fetchFile: (format: FileFormat) => void): MenuItems {
  const t = useTexts(texts);
  const icon = <IconFileExport size={16} stroke={1.75} />;
  return [
    { label: t('exportExcel'), icon, onClick: () => fetchFile('xlsx'), apart: true },
    { label: t('exportCsv'), icon, onClick: () => fetchFile('csv') },
  ];
}

/** Takes a table out as it is shown, all of its rows; `sheet` is to be rendered somewhere. */
export function useTableFile<Row>(
  name: string,
  columns: readonly Column<Row>[],
  eachRows: () => AsyncIterable<readonly Row[]>,
): { fetchFile: (format: FileFormat) => void; sheet: ReactNode } {
  const words = useFormat().language as TableFile['words'];
  const [piece, setPiece] = useState<Piece<Row> | null>(null);
  const named = columns.filter(({ header }) => header !== '');
  const make = async (format: FileFormat) => {
    const rows: FileCell[][] = [];
    for await (const some of eachRows())
      if (some.length > 0) rows.push(...(await new Promise<FileCell[][]>((read) => setPiece({ rows: some, read }))));
    setPiece(null);
    const file: TableFile = { format, name, words, columns: named.map(({ header }) => header), rows };
    await saveFile(TABLE_FILE, file, `${name}.${format}`);
  };
  const fetchFile = (format: FileFormat) =>
    void make(format).catch((error: unknown) => {
      setPiece(null);
      if (!(error instanceof Problem)) throw error;
      notify.problem(error);
    });
  return { fetchFile, sheet: piece ? <Sheet columns={named} piece={piece} /> : null };
}
