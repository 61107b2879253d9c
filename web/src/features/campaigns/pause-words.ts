/** What is told beside the title of a pause: the trouble in words, then what the server said and the like. Empty where nothing is. */
export const pauseWords = (params: Readonly<Record<string, unknown>>, reason: (code: string) => string): string => {
  const { reason: trouble, ...told } = params;
  return [typeof trouble === 'string' ? reason(trouble) : '', ...Object.values(told)].filter(Boolean).join(' · ');
};
