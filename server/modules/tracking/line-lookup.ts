import type { Language } from '../../../contract/messages/index.ts';
import type { Utm } from '../../../contract/utm.ts';
import type { LineKey } from './line-seal.ts';

/** What the public pages need to know of a line. */
export interface TrackedLine {
  campaignId: string;
  actionId: string;
  topicId: string | null;
  topicName: string | null;
  channel: string;
  partyKind: string;
  partyId: string;
  address: string | null;
  addressKey: string | null;
  language: Language | null;
  /** Of a test run: nothing that happens to it is kept. */
  test: boolean;
  contentVersionId: string | null;
  /** What its links carry. */
  utm: Utm | null;
}

/** Finds the line that a token names; null when it is gone. Registered by delivery. */
export type LineLookup = (line: LineKey) => Promise<TrackedLine | null>;

export interface SentLine extends LineKey {
  test: boolean;
  /** When it was handed over; null while that is not known. */
  sentAt: Date | null;
  /** Its opens and clicks may be noticed now; a consent taken back stops what is kept of messages sent before. */
  tracked: boolean;
}

/** Those of the lines that there are, many at once. Registered by delivery. */
export type SentLines = (lines: readonly LineKey[]) => Promise<SentLine[]>;

/** The message exactly as this line received it, as HTML; null when it cannot be shown. Registered by delivery. */
export type ViewLine = (line: LineKey) => Promise<string | null>;
