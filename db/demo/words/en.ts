import { list, towns, type Words } from './words.ts';

export const en: Words = {
  women:
    list(`Olivia Amelia Emily Jessica Sarah Susan Margaret Karen Helen Laura Emma Charlotte Sophie Hannah Rebecca Grace Alice
    Ruby Chloe Lucy Zara Niamh Priya Siân`),
  men: list(`James David John Michael Paul Andrew Peter Mark Richard Christopher Oliver Harry George Jack Thomas William Daniel
    Matthew Joshua Callum Rhys Owen Arjun Declan`),
  lastNames:
    list(`Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green
    Hall Wood Jackson Clarke Patel Khan Lewis James Phillips Mason Mitchell Rose Davis Rodgers Cox Alexander O’Brien O’Connor
    MacDonald Campbell Stewart Murray Hughes Carter`),
  towns: towns(
    `London EC1A 1BB W1A 0AX · Manchester M1 1AE · Birmingham B33 8TH · Croydon CR2 6XH · Leeds LS1 4DY · Liverpool L1 8JQ
    · Bristol BS1 4ST · Edinburgh EH1 1YZ · Glasgow G2 1DY · Cardiff CF10 1EP · Sheffield S1 2HE · Nottingham NG1 2DB · York YO1 7HH
    · Oxford OX1 1BX · Cambridge CB2 3NT · Norwich NR2 1TF · Exeter EX1 1HS · Plymouth PL1 1EA · Southampton SO14 7DW · Brighton BN1 1EE
    · Leicester LE1 5WW · Aberdeen AB10 1AB · Belfast BT1 5GS · Swansea SA1 3SN · Bath BA1 1LZ · Derby DE1 2QY · Reading RG1 2AG`,
    /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/g,
  ),
  streets:
    list(`High Street · Station Road · Church Lane · Victoria Road · Park Avenue · Mill Lane · The Green · Queen Street ·
    Albert Road · Manor Road · Orchard Close · Springfield Road · Grange Road · Windsor Road · Chapel Street`),
  addressForm: '{number} {street}',
  mailDomains: ['mailbox.example', 'letterbox.example', 'pillarpost.example'],
  firmForms: [
    '{name} & Sons Ltd',
    '{town} {trade} Ltd',
    '{name} {trade} Ltd',
    '{name} {name} LLP',
    'The {town} {trade} Company',
  ],
  trades:
    list(`Plumbing · Couriers · Joinery · Bakery · Electrical · Landscapes · Removals · Print · Brewing · Scaffolding · Joiners ·
    Roofing · Catering · Books`),
  titles: list(
    'Managing director · Fleet manager · Office manager · Buyer · Head of operations · Accountant · Partner',
  ),
};
