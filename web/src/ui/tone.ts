/** What a colour says. `accent` is "now"; the rest speak for themselves. Never by colour alone: there is always a word. */
export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad';
