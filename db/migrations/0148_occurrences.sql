-- Which date of its rule a distribution of a recurring action stands for. A date has one, however many schedulers there are; it comes before
-- whatever else is prepared by hand meanwhile.
alter table run add column occurs_at timestamptz;
create unique index run_occurrence on run (action_id, occurs_at) where occurs_at is not null;

drop index run_prepared;
create unique index run_prepared on run (action_id)
  where mode in ('main', 'retry') and state in ('planning', 'generated', 'scheduled') and occurs_at is null;
create unique index run_waits on run (action_id) where state in ('scheduled', 'missed') and occurs_at is not null;
