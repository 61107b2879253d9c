/** By the ending, as mail programs do too; the sender's word for it could be anything. */
const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  txt: 'text/plain',
  csv: 'text/csv',
  ics: 'text/calendar',
  vcf: 'text/vcard',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  zip: 'application/zip',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
};

/** What Gmail and Outlook throw away, with the whole message. */
const REFUSED =
  /\.(ade|adp|apk|appx|bat|cab|chm|cmd|com|cpl|dll|dmg|exe|hta|html?|ins|iso|isp|jar|jse?|lib|lnk|mde|ms[ci]|msp|mst|nsh|pif|ps1|scr|sct|shb|svg|sys|vb|vbe|vbs|vhd|vxd|ws[cfh]|xll)$/i;

/** Null: a file that no mail server lets through. */
export const fileType = (name: string): string | null => {
  if (REFUSED.test(name)) return null;
  return TYPES[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream';
};

const MAX_NAME = 100;

/** As it can stand in a header and on a disk: no path, no control or direction signs, its ending kept. */
export const fileName = (given: string): string => {
  const name = given
    .normalize('NFC')
    .replace(/^.*[\\/]/, '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029"<>|:*?]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const ending = /\.\w{1,8}$/.exec(name)?.[0] ?? '';
  const stem = [...name.slice(0, name.length - ending.length)];
  while (stem.join('').length + ending.length > MAX_NAME) stem.pop();
  return `${stem.join('').trim()}${ending}` || 'file';
};
