import type { Language } from '../../../../contract/messages/index.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import type { Logger } from '../../../platform/logger.ts';
import { handle, type TaskHandler, task } from '../../../platform/queue/queue.ts';
import { findInstallation } from '../../access/index.ts';
import { type GatewayNeeds, getSmsAccount, sendSms } from '../../channels/index.ts';
import { type Farewell, hearMessages, type MessageNeeds } from './hear-messages.ts';
import { AT_ONCE, hearReports } from './hear-reports.ts';

const FAREWELLS: Record<Language, string> = {
  en: '{company}: you will get no more messages from us.',
  nb: '{company}: du får ikke flere meldinger fra oss.',
  pl: '{company}: nie otrzymasz od nas kolejnych wiadomosci.',
  fr: '{company}: vous ne recevrez plus de messages de notre part.',
};

type Needs = MessageNeeds & GatewayNeeds;

/** Reads what gateways and phones told, soon after they did. What fails is read again the next minute. */
export interface SmsDesk {
  soon(): void;
  /** Resolves when all that waits was read. */
  read(): Promise<void>;
}

const farewell = async (needs: Needs, { accountId, number, language }: Farewell): Promise<void> => {
  const [account, house] = await Promise.all([getSmsAccount(needs.db, accountId), findInstallation(needs.db)]);
  const words = FAREWELLS[language ?? house?.language ?? 'en'].replace('{company}', house?.name ?? '');
  const outcome = await sendSms(needs, account, { to: number, text: words, messageId: `stop-${needs.ids.next()}` });
  if (!('state' in outcome) || outcome.state !== 'sent')
    needs.logger.warn({ account: accountId, outcome }, 'who wrote STOP could not be told that it is done');
};

const readAll = async (needs: Needs): Promise<void> => {
  const { db } = needs;
  const farewells = await db.transaction().execute((tx) => hearMessages(tx, needs));
  for (const one of farewells) await farewell(needs, one);
  while ((await db.transaction().execute(hearReports)) === AT_ONCE);
};

export const createSmsDesk = (needs: Needs): SmsDesk => {
  let reading: Promise<void> | null = null;
  let again = false;
  const start = (): Promise<void> => {
    reading = readAll(needs).finally(() => {
      reading = null;
      if (again) soon();
      again = false;
    });
    return reading;
  };
  const soon = () => {
    if (reading) again = true;
    else void start().catch((err) => tell(needs.logger, err));
  };
  return {
    soon,
    read: async () => {
      await reading?.catch(() => undefined);
      await start();
    },
  };
};

const tell = (logger: Logger, err: unknown): void =>
  logger.warn({ err }, 'what was told of SMS could not be read, trying again');

const hearSmsTask = task<Record<string, never>>('hear-sms');

export const smsTasks = ({ smsDesk }: { db: Db; smsDesk: SmsDesk }): TaskHandler[] => [
  handle(hearSmsTask, () => smsDesk.read()),
];
export const smsSchedule = [{ task: hearSmsTask, match: '* * * * *' }];
