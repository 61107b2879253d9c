import * as accessApi from '../contract/access.ts';
import * as campaignsApi from '../contract/campaigns.ts';
import type { App } from './app.ts';
import * as access from './modules/access/index.ts';
import * as campaigns from './modules/campaigns/index.ts';
import { type BareRoute, type Route, route } from './platform/http/route.ts';

type AppRoute = Route<App, access.Actor> | BareRoute<App, access.Actor>;

/** Every URL of the house. Public endpoints get an actor only when somebody is signed in. */
export const routes: readonly AppRoute[] = [
  // access
  route(accessApi.getSession, access.getSession),
  route(accessApi.setUp, access.setUp),
  route(accessApi.signIn, access.signIn),
  route(accessApi.signOut, access.signOut),
  route(accessApi.changePassword, access.changePassword),
  route(accessApi.updatePreferences, access.updatePreferences),
  route(accessApi.listUsers, access.listUsers),
  route(accessApi.listColleagues, access.listColleagues),
  route(accessApi.inviteUser, access.inviteUser),
  route(accessApi.renewInvitation, access.renewInvitation),
  route(accessApi.updateUser, access.updateUser),
  route(accessApi.setSeat, access.setSeat),
  route(accessApi.getSeats, access.getSeats),
  route(accessApi.getInvitation, access.getInvitation),
  route(accessApi.acceptInvitation, access.acceptInvitation),
  route(accessApi.getInstallation, access.getInstallation),
  route(accessApi.updateInstallation, access.updateInstallation),
  // crm
  // consent
  // content
  // audiences
  // channels
  // tracking
  // campaigns
  route(campaignsApi.suggestCampaign, campaigns.suggestCampaign),
  route(campaignsApi.createCampaign, campaigns.createCampaign),
  route(campaignsApi.listCampaigns, campaigns.listCampaigns),
  route(campaignsApi.getCampaign, campaigns.getCampaign),
  route(campaignsApi.updateCampaign, campaigns.updateCampaign),
  route(campaignsApi.updateAction, campaigns.updateAction),
  route(campaignsApi.duplicateCampaign, campaigns.duplicateCampaign),
  route(campaignsApi.archiveCampaign, campaigns.archiveCampaign),
  route(campaignsApi.restoreCampaign, campaigns.restoreCampaign),
  route(campaignsApi.cancelCampaign, campaigns.cancelCampaign),
  route(campaignsApi.deleteCampaign, campaigns.deleteCampaign),
  route(campaignsApi.campaignHistory, campaigns.campaignHistory),
  // delivery
  // reporting
];
