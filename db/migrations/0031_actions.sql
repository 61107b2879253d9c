-- Owner: campaigns. A campaign has any number of actions, in an order that can be changed; each pauses by itself.

alter table action drop constraint action_state_check;
alter table action add constraint action_state_check
  check (state in ('draft', 'ready', 'scheduled', 'running', 'paused', 'done', 'cancelled'));
update action set state = 'paused' from campaign c where c.id = action.campaign_id and c.state = 'paused' and action.state = 'running';

-- Asked at the end of a transaction, so that two actions can change places.
alter table action drop constraint action_campaign_id_position_key;
alter table action add constraint action_campaign_id_position_key unique (campaign_id, position) deferrable initially deferred;
