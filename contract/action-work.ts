import { z } from 'zod';
import { UserId } from './ids.ts';

/** Channels that give somebody something to do. */
export const WORK_CHANNELS: readonly string[] = ['call', 'task'];

/**
 * Who is given the work of an action: each record's person by the sender policy, one colleague, several in turn, or nobody by name, so that
 * whoever is free takes the next. A record without a person falls to the campaign's owner.
 */
export const WORK_TO = ['sender', 'named', 'even', 'queue'] as const;
export const PRIORITIES = ['high', 'normal', 'low'] as const;
export const Priority = z.enum(PRIORITIES);
export type Priority = z.output<typeof Priority>;

export const ActionWork = z.object({
  to: z.enum(WORK_TO).default('sender'),
  /** One for `named`, several for `even`. */
  userIds: z.array(UserId).max(200).default([]),
  /** Due so many days after it is given; null: as the type of dossier item says. */
  dueDays: z.number().int().min(0).max(365).nullable().default(null),
  priority: Priority.default('normal'),
  /** After so many calls that found nobody it is given up. */
  tries: z.number().int().min(1).max(20).default(3),
  /** Somebody who was not reached is called again after so many hours. */
  againAfterHours: z.number().int().min(1).max(720).default(24),
});
export type ActionWork = z.output<typeof ActionWork>;
