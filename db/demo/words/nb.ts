import { list, towns, type Words } from './words.ts';

export const nb: Words = {
  women:
    list(`Anne Inger Kari Marit Ingrid Liv Eva Berit Astrid Bjørg Hilde Solveig Randi Nina Ida Silje Hanne Camilla Julie Emma
    Marte Kristin Tone Sigrid Ragnhild Åse Maja Thea Sunniva Guro`),
  men: list(`Jan Per Bjørn Ole Lars Kjell Knut Svein Arne Thomas Hans Geir Tor Morten Terje Odd Erik Martin Andreas Jørgen Øyvind
    Håkon Magnus Sindre Eirik Vegard Åge Trond Jakob Henrik`),
  lastNames:
    list(`Hansen Johansen Olsen Larsen Andersen Pedersen Nilsen Kristiansen Jensen Karlsen Johnsen Pettersen Eriksen Berg
    Haugen Hagen Johannessen Andreassen Jacobsen Dahl Jørgensen Henriksen Lund Halvorsen Sørensen Jakobsen Moen Gundersen Iversen Strand
    Solberg Svendsen Eide Knutsen Martinsen Paulsen Bakken Kristoffersen Mathisen Lie Amundsen Nguyen Rasmussen Lunde Solheim Berge
    Moe Nygård Bakke Fredriksen Holm Lien Ødegård Våge Bråten`),
  towns: towns(
    `Oslo 0155 0178 0350 0484 0661 · Bergen 5003 5014 5035 · Trondheim 7010 7030 · Stavanger 4006 4016 · Tromsø 9008 · Drammen 3015
    · Kristiansand 4610 · Fredrikstad 1606 · Ålesund 6002 · Bodø 8003 · Sandnes 4306 · Sarpsborg 1706 · Skien 3715 · Tønsberg 3110
    · Moss 1530 · Haugesund 5527 · Lillehammer 2609 · Hamar 2317 · Molde 6413 · Kongsberg 3611 · Gjøvik 2815 · Arendal 4836
    · Harstad 9405 · Narvik 8514 · Halden 1767 · Larvik 3256 · Kristiansund 6509 · Mo i Rana 8622 · Steinkjer 7713 · Alta 9510`,
    /\b\d{4}\b/g,
  ),
  streets:
    list(`Storgata · Kirkegata · Skolegata · Strandgata · Jernbanegata · Parkveien · Bjørkeveien · Granveien · Furuveien ·
    Solbakken · Fjordveien · Havnegata · Industriveien · Nedre torggate · Øvre gate · Elvegata · Lindeveien · Åsveien · Møllergata`),
  addressForm: '{street} {number}',
  mailDomains: ['fjordpost.example', 'nordnett.example', 'bygdepost.example', 'blåbær.example'],
  firmForms: [
    '{town} {trade} AS',
    '{name} {trade} AS',
    '{name} & Sønn AS',
    '{trade} {town} AS',
    '{name} og {name} {trade} AS',
  ],
  trades:
    list(`Rørservice Transport Elektro Bygg Bakeri Regnskap Eiendom Fisk Renhold Taxi Maskin Hagedesign Snekkeri Budservice
    Malermester Anlegg Møbel Frukt Sykkel Vaktservice`),
  titles: list(
    'Daglig leder · Innkjøper · Flåteansvarlig · Regnskapssjef · Driftsleder · Prosjektleder · Selger · Kontorleder',
  ),
};
