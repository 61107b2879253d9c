import { registerFinder } from './palette.tsx';

/** Who answers in the palette. One line a feature, loaded apart so that the first page doesn't wait for it. */
export function startFinders(): void {
  void import('../features/people/finder.ts').then((people) => {
    registerFinder(people.contactFinder);
    registerFinder(people.companyFinder);
    registerFinder(people.leadFinder);
    registerFinder(people.assetFinder);
  });
  void import('../features/campaigns/finder.ts').then(({ campaignFinder }) => registerFinder(campaignFinder));
  void import('../features/catalogue/finder.ts').then(({ productFinder }) => registerFinder(productFinder));
  void import('../features/sales/finder.ts').then(({ opportunityFinder }) => registerFinder(opportunityFinder));
  void import('../features/segments/finder.ts').then(({ segmentFinder }) => registerFinder(segmentFinder));
}
