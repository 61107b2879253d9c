/** How a revision's state is coloured. */
export const STATE_TONES = { draft: 'neutral', rehearsed: 'accent', applied: 'good', reversed: 'neutral' } as const;
