export type { AccountTrouble, CarryingChannel, Channel, Dispatch, HandOver, IssuingChannel, Outcome, Parcel, Prepared, RenderedMessage, RenderFailure, TrackingAddresses } from './channel.ts';
