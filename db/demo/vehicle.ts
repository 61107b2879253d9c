import type { Country } from './country.ts';
import type { Random } from './random.ts';

const MODELS: [make: string, model: string, electric: boolean][] = [
  ['Tesla', 'Model Y', true],
  ['Volkswagen', 'ID.4', true],
  ['Toyota', 'Yaris', false],
  ['Tesla', 'Model 3', true],
  ['Škoda', 'Enyaq', true],
  ['Toyota', 'RAV4', false],
  ['Volvo', 'XC40 Recharge', true],
  ['Škoda', 'Octavia', false],
  ['Renault', 'Clio', false],
  ['Peugeot', 'e-208', true],
  ['Volkswagen', 'Golf', false],
  ['Renault', 'Mégane E-Tech', true],
  ['Volvo', 'V60', false],
  ['Ford', 'Transit', false],
  ['Kia', 'EV6', true],
  ['Ford', 'Focus', false],
  ['Dacia', 'Spring', true],
  ['Peugeot', 'Partner', false],
];

export const MAKES = [...new Set(MODELS.map(([make]) => make))].sort((a, b) => a.localeCompare(b, 'en'));

export interface Vehicle {
  make: string;
  model: string;
  electric: boolean;
  plate: string;
  /** Days from today, below zero for the past. */
  registeredInDays: number;
  nextServiceInDays: number;
  kilometres: number;
}

export const vehicleIn = (country: Country, random: Random): Vehicle => {
  const [make, model, electric] = random.pickEarly(MODELS);
  const age = random.between(60, electric ? 2200 : 4200);
  return {
    make,
    model,
    electric,
    plate: country.plate(random),
    registeredInDays: -age,
    nextServiceInDays: random.between(-20, 340),
    kilometres: Math.round((age * random.between(20, 55)) / 100) * 100,
  };
};
