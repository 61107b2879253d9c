import { deflateRawSync } from 'node:zlib';

const uint16 = (value: number) => Buffer.from(new Uint16Array([value]).buffer);
const uint32 = (value: number) => Buffer.from(new Uint32Array([value]).buffer);

/** A ZIP archive of these entries. What it says of their sizes is zero: a reader must not trust it. */
export const zipOf = (entries: Record<string, string | Buffer>): Buffer => {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(entries)) {
    const packed = deflateRawSync(content);
    const named = Buffer.from(name);
    const about = [uint16(8), uint32(0), uint32(0), uint32(packed.length), uint32(0), uint16(named.length), uint16(0)];
    const local = Buffer.concat([uint32(0x04034b50), uint16(20), uint16(0), ...about, named, packed]);
    directory.push(
      Buffer.concat([
        uint32(0x02014b50),
        uint16(20),
        uint16(20),
        uint16(0),
        ...about,
        uint16(0),
        uint16(0),
        uint16(0),
        uint32(0),
        uint32(at),
        named,
      ]),
    );
    locals.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const count = uint16(directory.length);
  const end = Buffer.concat([
    uint32(0x06054b50),
    uint32(0),
    count,
    count,
    uint32(listed.length),
    uint32(at),
    uint16(0),
  ]);
  return Buffer.concat([...locals, listed, end]);
};

/** A workbook of one sheet, of raw XML: also one that no program would write. */
export const workbookOf = (parts: {
  sheet: string;
  shared?: string | Buffer;
  styles?: string;
  workbook?: string;
}): Buffer =>
  zipOf({
    'xl/workbook.xml': `<workbook>${parts.workbook ?? ''}<sheets><sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ...(parts.styles && { 'xl/styles.xml': parts.styles }),
    ...(parts.shared && { 'xl/sharedStrings.xml': parts.shared }),
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${parts.sheet}</sheetData></worksheet>`,
  });
