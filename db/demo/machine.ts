import type { DemoCompany } from './company.ts';
import type { Random } from './random.ts';

const MACHINES: [make: string, model: string][] = [
  ['Linde', 'E20 forklift'],
  ['Toyota', 'Traigo 48 forklift'],
  ['Volvo', 'EC18E excavator'],
  ['Kubota', 'KX019 excavator'],
  ['Bobcat', 'S70 loader'],
];

export interface Machine {
  company: DemoCompany;
  make: string;
  model: string;
  serial: string;
  hours: number;
  nextInspectionInDays: number;
}

/** Every sixth firm or so has machines beside its cars. */
export const makeMachines = (random: Random, companies: readonly DemoCompany[]): Machine[] =>
  companies
    .filter(() => random.chance(0.16))
    .flatMap((company) =>
      Array.from({ length: random.between(1, 3) }, () => {
        const [make, model] = random.pickEarly(MACHINES);
        const serial = `${make.slice(0, 2).toUpperCase()}${random.between(100_000, 999_999)}`;
        return {
          company,
          make,
          model,
          serial,
          hours: random.between(40, 9000),
          nextInspectionInDays: random.between(-15, 330),
        };
      }),
    );
