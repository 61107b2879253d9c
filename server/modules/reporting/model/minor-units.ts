/** How many minor units make one of the currency: 100 øre a krone, 1 yen a yen. */
export const minorUnitsOf = (currency: string): number => {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return 10 ** maximumFractionDigits;
};
