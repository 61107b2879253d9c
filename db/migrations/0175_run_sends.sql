-- Owner: delivery. Workers are told at once that a run is being sent, whoever set it going.
create function tell_run_sends() returns trigger language plpgsql as $$
begin
  perform pg_notify('run_sends', '');
  return null;
end $$;

create trigger run_sends after update of state on run for each row
  when (new.state = 'sending' and old.state <> 'sending') execute function tell_run_sends();
