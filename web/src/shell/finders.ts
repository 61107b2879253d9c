/**
 * Who answers in the palette. One line a feature, loaded apart so that the first page doesn't wait for it:
 *   void import('../features/crm/finder.ts').then(({ contactFinder }) => registerFinder(contactFinder));
 */
export function startFinders(): void {}
