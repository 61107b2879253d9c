/** Of UN/ECE Recommendation 20, by how people write units in our languages. */
const CODES: Readonly<Record<string, string>> = {
  pcs: 'H87',
  pc: 'H87',
  piece: 'H87',
  stk: 'H87',
  szt: 'H87',
  pièce: 'H87',
  set: 'SET',
  sett: 'SET',
  kpl: 'SET',
  h: 'HUR',
  hour: 'HUR',
  time: 'HUR',
  timer: 'HUR',
  godz: 'HUR',
  heure: 'HUR',
  min: 'MIN',
  day: 'DAY',
  dag: 'DAY',
  dzień: 'DAY',
  jour: 'DAY',
  month: 'MON',
  måned: 'MON',
  mies: 'MON',
  mois: 'MON',
  year: 'ANN',
  år: 'ANN',
  rok: 'ANN',
  an: 'ANN',
  kg: 'KGM',
  g: 'GRM',
  t: 'TNE',
  l: 'LTR',
  m: 'MTR',
  km: 'KMT',
  m2: 'MTK',
  'm²': 'MTK',
  m3: 'MTQ',
  'm³': 'MTQ',
};

const ONE = 'C62';
/** Thousands of whatever it is: `× 1000 parts`. */
const THOUSAND = { code: 'MIL', begin: '× 1000' };

/** What is not known is one of something, which an e-invoice may always say. */
export const unitCodeOf = (unit: string): string => {
  const written = unit.trim().toLowerCase().replace(/\.$/, '');
  if (written.startsWith(THOUSAND.begin)) return THOUSAND.code;
  return Object.hasOwn(CODES, written) ? (CODES[written] ?? ONE) : ONE;
};
