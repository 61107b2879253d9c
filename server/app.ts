import type { FastifyRequest } from 'fastify';
import type pg from 'pg';
import type { Config } from './config/config.ts';
import {
  type Actor,
  type Authentication,
  costlyPasswords,
  createActorOf,
  createAuthentication,
  type FirstRunHook,
  type Passwords,
} from './modules/access/index.ts';
import {
  audienceMerge,
  consentRuleFields,
  createFieldRegistry,
  crmRelations,
  crmRuleFields,
  type FieldRegistry,
  interactionRelations,
  interactionRuleFields,
  joinAudience,
  type SegmentUseSource,
  salesRelations,
  salesRuleFields,
  segmentsThatName,
} from './modules/audiences/index.ts';
import {
  answerMerge,
  type CampaignsLookedAfterBy,
  campaignSegmentUses,
  campaignsThatName,
  createSmsDesk,
  enrolmentMerge,
  type RunTotalsOf,
  type SenderOfLine,
  type SmsDesk,
} from './modules/campaigns/index.ts';
import { type PriceUseSource, productKind } from './modules/catalogue/index.ts';
import { type Channel, createChannels, Gateways, hearSmpp, type LookUpText } from './modules/channels/index.ts';
import { carryConsentOver, consentMerge, consentTimeline, recordImportedConsent } from './modules/consent/index.ts';
import { LinkTrials, templatesThatName } from './modules/content/index.ts';
import {
  createImportKinds,
  crmMerge,
  type ImportHooks,
  type ImportKinds,
  interactionTimeline,
  type LeadHook,
  type MergeHandler,
  makeDefaultTypes,
  type TimelineSource,
  type UseSource,
} from './modules/crm/index.ts';
import {
  assertAudience,
  campaignsLookedAfterBy,
  createLineLookup,
  createSentLines,
  createViewLine,
  deliveryRelations,
  deliveryRuleFields,
  deliveryTimeline,
  lineMerge,
  runTotalsOf,
  senderOfLine,
} from './modules/delivery/index.ts';
import { Press } from './modules/layouts/index.ts';
import { carryDealsOver, makeDefaultStages, salesMerge, salesPriceUses, salesTimeline } from './modules/sales/index.ts';
import {
  createDirectLinks,
  createHitBuffer,
  createLineTokens,
  type DirectLinkOf,
  type HitBuffer,
  type LineLookup,
  type LineTokens,
  type SentLines,
  type ViewLine,
} from './modules/tracking/index.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import { createSecretBox, type SecretBox } from './platform/crypto/secret-box.ts';
import { migrate } from './platform/database/migrations.ts';
import { type Db, openDatabase } from './platform/database/open-database.ts';
import * as dns from './platform/dns.ts';
import { type Guard, isInside } from './platform/http/outside.ts';
import { type Ids, uuidIds } from './platform/ids.ts';
import type { Logger } from './platform/logger.ts';

/** Everything that lives as long as a process. A use case takes only what it names. */
export interface App {
  config: Config;
  logger: Logger;
  clock: Clock;
  ids: Ids;
  db: Db;
  pool: pg.Pool;
  secretBox: SecretBox;
  authentication: Authentication;
  /** Who sends a request, or null. */
  actorOf(request: FastifyRequest): Promise<Actor | null>;
  /** What the runs of campaigns brought; campaigns asks, delivery answers. */
  runTotals: RunTotalsOf;
  /** Whose recipients a user looks after; campaigns asks, delivery answers. */
  lookedAfterBy: CampaignsLookedAfterBy;
  /** Whose message a line was; campaigns asks, delivery answers. */
  senderOfLine: SenderOfLine;
  /** What each module does with its own rows as two records become one, crm's first. */
  mergeHandlers: readonly MergeHandler[];
  /** What a new installation begins with, by module. */
  firstRun: readonly FirstRunHook[];
  /** What later modules add to the timeline of a person or company. */
  timelineSources: readonly TimelineSource[];
  /** What later modules do when an import brings people in. */
  importHooks: ImportHooks;
  /** What files may hold. */
  importKinds: ImportKinds;
  /** What later modules do when a lead becomes a customer. */
  leadHooks: readonly LeadHook[];
  /** The fields that rules may ask about. */
  ruleFields: FieldRegistry;
  /** Where later modules use a segment. */
  segmentUses: readonly SegmentUseSource[];
  /** Where later modules name fields and types of the settings. */
  useSources: readonly UseSource[];
  /** Where later modules hold prices in open records. */
  priceUses: readonly PriceUseSource[];
  /** Prints documents. */
  press: Press;
  /** Tries the links of messages. */
  linkTrials: LinkTrials;
  /** Asks the DNS. */
  lookUpText: LookUpText;
  /** What carries messages and issues documents, by name. */
  channels: Readonly<Record<string, Channel>>;
  /** Through what SMS go out and come in. */
  smsGateways: Gateways;
  /** Reads what came in. */
  smsDesk: SmsDesk;
  /** Signs the names of lines in every address of a message. */
  lineTokens: LineTokens;
  /** Where each line's personal link leads, in its short form. */
  directLinkOf: DirectLinkOf;
  /** Opens and clicks on their way into the database. */
  hits: HitBuffer;
  /** What a line is; tracking asks, delivery answers. */
  lineLookup: LineLookup;
  sentLines: SentLines;
  viewLine: ViewLine;
  close(): Promise<void>;
}

export interface AppOptions {
  config: Config;
  logger: Logger;
  clock?: Clock;
  ids?: Ids;
  lookUpText?: LookUpText;
  /** Which addresses are never called when links are tried. */
  linkGuard?: Guard;
  passwords?: Passwords;
  /** Given one, the app leaves it to its owner to close. */
  press?: Press;
}

/** Opens the database, brings it up to date and wires the collaborators. */
export const openApp = async ({
  config,
  logger,
  clock = systemClock,
  ids = uuidIds,
  lookUpText = dns.lookUpText,
  linkGuard = isInside,
  passwords = costlyPasswords,
  press: given,
}: AppOptions): Promise<App> => {
  const database = await openDatabase(config.database, logger);
  try {
    await migrate(database.pool, logger);
  } catch (error) {
    await database.close();
    throw error;
  }
  const { db, pool } = database;
  const sentLines = createSentLines(db);
  const secretBox = createSecretBox(config.secret);
  const lineTokens = createLineTokens(config.secret);
  const lineLookup = createLineLookup(db);
  const { baseUrl, insideGateways } = config;
  const gatewayNeeds = { db, logger, secretBox, baseUrl, insideGateways };
  const smsDesk = createSmsDesk({ ...gatewayNeeds, ids, clock, lineLookup, senderOfLine });
  const hearing = { db, ids, clock, heard: () => smsDesk.soon() };
  const smsGateways = new Gateways(gatewayNeeds, ({ id }) => hearSmpp(hearing, id));
  const { shortTokenOf } = lineTokens;
  const press = given ?? new Press();
  const directLinkOf = createDirectLinks(baseUrl, lineTokens);
  const channels = createChannels({ ...gatewayNeeds, clock, smsGateways, press, shortTokenOf, directLinkOf });
  const hits = createHitBuffer({ db, ids, clock, logger, sentLines });
  const authentication = createAuthentication({ db, ids, logger, config, passwords });
  return {
    config,
    logger,
    clock,
    ids,
    db,
    pool,
    secretBox,
    authentication,
    actorOf: createActorOf({ db, authentication }),
    runTotals: runTotalsOf,
    lookedAfterBy: campaignsLookedAfterBy,
    senderOfLine,
    firstRun: [makeDefaultTypes, makeDefaultStages],
    mergeHandlers: [crmMerge, consentMerge, salesMerge, audienceMerge, enrolmentMerge, answerMerge, lineMerge],
    timelineSources: [interactionTimeline, consentTimeline, salesTimeline, deliveryTimeline],
    importHooks: {
      recordConsent: recordImportedConsent(clock),
      assertAudience,
      joinAudience,
    },
    importKinds: createImportKinds({ product: productKind }),
    leadHooks: [carryConsentOver, carryDealsOver],
    ruleFields: createFieldRegistry(
      [crmRuleFields, consentRuleFields, interactionRuleFields, salesRuleFields, deliveryRuleFields],
      [...crmRelations, ...interactionRelations, ...salesRelations, ...deliveryRelations],
    ),
    segmentUses: [campaignSegmentUses],
    useSources: [segmentsThatName, campaignsThatName, templatesThatName],
    priceUses: [salesPriceUses],
    lineTokens,
    directLinkOf,
    hits,
    smsGateways,
    smsDesk,
    lineLookup,
    sentLines,
    viewLine: createViewLine({ db, config, channels, lineTokens }),
    channels,
    press,
    linkTrials: new LinkTrials(linkGuard),
    lookUpText,
    async close() {
      await hits.close();
      if (press !== given) await press.close();
      for (const channel of Object.values(channels)) if (channel.shape === 'carry') await channel.close();
      await database.close();
    },
  };
};
