export type ConfigProblem = { name: string; reason: string; remedy: string };

/** Lists every wrong variable with what to do; never prints a value, for it may be a secret. */
export class ConfigError extends Error {
  readonly problems: ConfigProblem[];

  constructor(problems: ConfigProblem[]) {
    super(
      [
        'Fanfare cannot start with these settings:',
        ...problems.map((p) => `  ${p.name} ${p.reason}. ${p.remedy}`),
      ].join('\n'),
    );
    this.name = 'ConfigError';
    this.problems = problems;
  }
}
