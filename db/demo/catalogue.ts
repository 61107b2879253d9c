import type { ProductKind, VatClass } from '../../contract/catalogue.ts';

export interface DemoProduct {
  number: string;
  name: string;
  kind: ProductKind;
  unit: string;
  vatClass: VatClass;
  /** Whole kroner, without VAT. */
  price: number;
  cost: number;
  tags: string[];
}

/** Group, and the group it stands in. */
export const PRODUCT_GROUPS: readonly (readonly [name: string, inside: string | null])[] = [
  ['Verksted', null],
  ['Service', 'Verksted'],
  ['EU-kontroll og bremser', 'Verksted'],
  ['Dekk og hjul', null],
  ['Dekkhotell', 'Dekk og hjul'],
  ['Lakk og glass', null],
  ['Elbil og lading', null],
  ['Tilbehør', null],
];

type Line = readonly [name: string, unit: string, price: number, cost: number, tags?: readonly string[]];
const PACKAGES: Record<string, readonly Line[]> = {
  Service: [
    ['Service liten, bensin', 'stk', 2390, 1120],
    ['Service liten, diesel', 'stk', 2590, 1240],
    ['Service liten, elbil', 'stk', 1790, 690, ['electric']],
    ['Service stor, bensin', 'stk', 4990, 2480],
    ['Service stor, diesel', 'stk', 5390, 2690],
    ['Service stor, elbil', 'stk', 3290, 1350, ['electric']],
    ['Oljeskift med filter', 'stk', 1290, 540],
    ['Registerreim med vannpumpe', 'stk', 8990, 5100],
    ['Klimaservice', 'stk', 1490, 610, ['season']],
    ['Mekaniker, time', 't', 1190, 560],
    ['Diagnose, time', 't', 1390, 640],
  ],
  'EU-kontroll og bremser': [
    ['EU-kontroll personbil', 'stk', 890, 390],
    ['EU-kontroll varebil', 'stk', 1090, 460],
    ['Etterkontroll', 'stk', 290, 130],
    ['Bremseklosser foran', 'sett', 2190, 1180],
    ['Bremseklosser bak', 'sett', 1990, 1050],
    ['Bremseskiver og klosser foran', 'sett', 4490, 2590],
    ['Bremsevæske, skift', 'stk', 890, 340],
    ['Støtdempere foran', 'par', 4790, 2980],
  ],
  'Dekk og hjul': [
    ['Vinterdekk piggfritt 205/55 R16', 'stk', 1490, 960, ['season']],
    ['Vinterdekk piggfritt 225/45 R17', 'stk', 1890, 1240, ['season']],
    ['Vinterdekk piggdekk 205/55 R16', 'stk', 1590, 1030, ['season']],
    ['Vinterdekk 255/40 R20 elbil', 'stk', 3290, 2310, ['season', 'electric']],
    ['Sommerdekk 205/55 R16', 'stk', 1290, 820, ['season']],
    ['Sommerdekk 225/45 R17', 'stk', 1690, 1110, ['season']],
    ['Sommerdekk 255/40 R20 elbil', 'stk', 2990, 2080, ['season', 'electric']],
    ['Felg aluminium 17"', 'stk', 1990, 1260],
    ['Hjulskift', 'stk', 590, 230, ['season']],
    ['Omlegging og balansering', 'sett', 1290, 520],
    ['Hjulstilling firehjuls', 'stk', 1690, 640],
    ['Punkteringsreparasjon', 'stk', 490, 170],
  ],
  Dekkhotell: [
    ['Dekkhotell, sesong', 'sett', 790, 240, ['season']],
    ['Dekkhotell med vask', 'sett', 990, 330, ['season']],
    ['Hent og bring av hjul', 'stk', 690, 380],
  ],
  'Lakk og glass': [
    ['Frontrute, skift', 'stk', 6990, 4490],
    ['Steinsprut, reparasjon', 'stk', 690, 190],
    ['Lakkering, støtfanger', 'stk', 5490, 2890],
    ['Lakkforsegling', 'stk', 4990, 1890],
    ['Polering', 'stk', 2490, 890],
    ['Bulkoppretting uten lakk', 't', 1490, 620],
  ],
  'Elbil og lading': [
    ['Batterikontroll med rapport', 'stk', 1290, 420, ['electric']],
    ['Hjemmelader 22 kW', 'stk', 8990, 6190, ['electric']],
    ['Montering av hjemmelader', 'stk', 6490, 4200, ['electric']],
    ['Ladekabel type 2, 7 m', 'stk', 2490, 1490, ['electric']],
    ['Kjølevæske batteri, skift', 'stk', 2190, 920, ['electric']],
    ['12 V-batteri elbil', 'stk', 2690, 1670, ['electric']],
  ],
  Tilbehør: [
    ['Tilhengerfeste, avtakbart', 'stk', 9990, 6490],
    ['Takstativ', 'sett', 2990, 1890],
    ['Takboks 450 l', 'stk', 5990, 3890],
    ['Gummimatter', 'sett', 890, 430, ['season']],
    ['Bagasjeromsmatte', 'stk', 790, 390],
    ['Vindusviskere', 'par', 490, 190, ['season']],
    ['Startbatteri 70 Ah', 'stk', 1990, 1190],
    ['Motorvarmer', 'stk', 3490, 2190, ['season']],
    ['Ryggekamera', 'stk', 3990, 2390],
    ['Barnesete 9–18 kg', 'stk', 2790, 1790],
    ['Førstehjelpspute', 'stk', 349, 160],
    ['Gavekort', 'stk', 1000, 1000],
  ],
};

const isWork = ([name, unit]: Line) =>
  unit === 't' || /service|skift|kontroll|montering|polering|lakkering|hotell|hent/i.test(name);

/** What a car dealer's workshop sells, by group: the words and the prices of its home market. */
export const PRODUCTS: readonly (DemoProduct & { group: string })[] = Object.entries(PACKAGES).flatMap(
  ([group, lines], place) =>
    lines.map((line, no) => {
      const [name, unit, price, cost, tags = []] = line;
      const number = `${isWork(line) ? 'S' : 'P'}-${(place + 1) * 100 + 1000 + no}`;
      const kind = isWork(line) ? 'service' : 'product';
      return {
        group,
        number,
        name,
        unit,
        price,
        cost,
        kind,
        vatClass: name === 'Gavekort' ? 'exempt' : 'standard',
        tags: [...tags],
      };
    }),
);
