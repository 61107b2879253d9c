-- Owner: delivery. Every message paid for these: nearly all are tracked, so the key of attempt finds them as well, and nearly all are sent.
drop index attempt_tracked;
drop index outcome_state;
create index outcome_not_sent on outcome (run_id, state, no) where state <> 'sent';
