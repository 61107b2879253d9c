import { list, towns, type Words } from './words.ts';

export const pl: Words = {
  women:
    list(`Anna Maria Katarzyna Małgorzata Agnieszka Barbara Ewa Krystyna Elżbieta Zofia Magdalena Joanna Aleksandra Monika
    Teresa Danuta Natalia Karolina Julia Beata Dorota Jadwiga Iwona Grażyna Paulina Żaneta Łucja Wioletta`),
  men: list(`Piotr Krzysztof Andrzej Tomasz Jan Paweł Michał Marcin Jakub Adam Łukasz Marek Grzegorz Mateusz Wojciech Mariusz
    Dariusz Zbigniew Maciej Rafał Kamil Stanisław Robert Jerzy Szymon Józef Bartłomiej Sławomir`),
  ofWoman: (lastName) => lastName.replace(/ski$/, 'ska').replace(/cki$/, 'cka').replace(/dzki$/, 'dzka'),
  lastNames:
    list(`Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski
    Mazur Jankowski Kwiatkowski Wojciechowski Krawczyk Kaczmarek Piotrowski Grabowski Zając Pawłowski Król Michalski Wróbel Wieczorek
    Jabłoński Majewski Olszewski Stępień Malinowski Jaworski Adamczyk Dudek Nowicki Pawlak Górski Witkowski Sikora Walczak Rutkowski
    Baran Szewczyk Ostrowski Tomaszewski Zalewski Wróblewski Pietrzak Żak Łuczak`),
  towns: towns(
    `Warszawa 00-029 02-677 03-428 · Kraków 31-042 30-063 · Łódź 90-361 90-265 · Wrocław 50-101 53-611 · Poznań 61-770 60-801
    · Gdańsk 80-831 80-244 · Szczecin 70-535 70-552 · Bydgoszcz 85-005 · Lublin 20-002 20-113 · Katowice 40-012 · Białystok 15-092
    · Gdynia 81-374 · Rzeszów 35-064 · Toruń 87-100 · Kielce 25-303 · Olsztyn 10-117 · Opole 45-015 · Zielona Góra 65-048
    · Gliwice 44-100 · Częstochowa 42-217 · Radom 26-610 · Sosnowiec 41-200 · Bielsko-Biała 43-300 · Koszalin 75-007 · Płock 09-402
    · Tarnów 33-100 · Legnica 59-220 · Elbląg 82-300 · Kalisz 62-800`,
    /\b\d{2}-\d{3}\b/g,
  ),
  streets:
    list(`ul. Polna · ul. Leśna · ul. Słoneczna · ul. Krótka · ul. Szkolna · ul. Ogrodowa · ul. Lipowa · ul. Brzozowa ·
    ul. Łąkowa · ul. Kwiatowa · ul. Kościelna · ul. Sosnowa · ul. Zielona · ul. Parkowa · ul. Akacjowa · ul. Kolejowa · ul. Mickiewicza ·
    ul. Kościuszki · al. Niepodległości`),
  addressForm: '{street} {number}',
  mailDomains: ['poczta.example', 'skrzynka.example', 'listonosz.example'],
  firmForms: [
    '{name} {trade} Sp. z o.o.',
    '{trade} {town} Sp. z o.o.',
    'P.H.U. {name}',
    '{name} i Wspólnicy s.c.',
    '{trade} {name} S.A.',
  ],
  trades:
    list(`Transport · Budownictwo · Piekarnia · Instalacje · Spedycja · Meble · Ogrody · Drukarnia · Hurtownia · Stolarnia ·
    Księgowość · Elektryka · Kurier · Metal · Chłodnictwo · Ochrona`),
  titles: list(
    'Prezes zarządu · Kierownik floty · Dyrektor handlowy · Kierownik zakupów · Specjalista ds. administracji · Doradca klienta',
  ),
};
