import { z } from 'zod';
import { ConfigError } from './config-error.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const variables = {
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'is not a PostgreSQL address')
    .optional(),
  FANFARE_DATA: z.string().optional(),
  PORT: z.coerce
    .number('is not a number')
    .int('is not a whole number')
    .min(1, 'is below 1')
    .max(65_535, 'is above 65535')
    .default(8025),
  HOST: z.string().default('127.0.0.1'),
  BASE_URL: z.url({ protocol: /^https?$/, error: 'is not an http or https address' }).optional(),
  FANFARE_SECRET: z.string().min(32, 'is shorter than 32 characters').optional(),
  INSIDE_GATEWAYS: z.enum(['yes', 'no'], 'is neither yes nor no').default('no'),
  LOG_LEVEL: z.enum(LOG_LEVELS, `is not one of ${LOG_LEVELS.join(', ')}`).default('info'),
};

const REMEDIES: Record<keyof typeof variables, string> = {
  DATABASE_URL: 'Write postgresql://user:password@host:5432/database, or leave it out to use the embedded database.',
  FANFARE_DATA: 'Name a folder that Fanfare may write to.',
  PORT: 'Choose a free port between 1 and 65535, such as 8025.',
  HOST: 'Name the address to listen on, such as 127.0.0.1 or 0.0.0.0.',
  BASE_URL: 'Write the address that people use in their browser, such as https://fanfare.example.org.',
  FANFARE_SECRET: 'Use at least 32 random characters (openssl rand -base64 32), or leave it out to have one generated.',
  INSIDE_GATEWAYS: 'Write yes to allow SMS gateways on this machine and its network, or no.',
  LOG_LEVEL: 'Write info, or debug to see more.',
};

const environment = z.object(variables);
export type Environment = z.output<typeof environment>;

/** An empty variable counts as absent. Throws ConfigError with every problem at once. */
export function readEnvironment(source: Record<string, string | undefined> = process.env): Environment {
  const given = Object.fromEntries(
    Object.keys(variables).flatMap((name) => (source[name] ? [[name, source[name]]] : [])),
  );
  const result = environment.safeParse(given);
  if (result.success) return result.data;
  throw new ConfigError(
    result.error.issues.map((issue) => {
      const name = issue.path[0] as keyof typeof variables;
      return { name, reason: issue.message, remedy: REMEDIES[name] };
    }),
  );
}
