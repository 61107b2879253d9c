-- How many records have each tag, as changes that add up: whoever tags waits for nobody else who does, and nobody counts a million people
-- to offer ten tags. Kept by the tables themselves, since tags change in many ways: by hand, in imports, merges and conversions.
create table tag_use (
  id bigint generated always as identity primary key,
  entity text not null check (entity in ('contact', 'company', 'lead', 'asset')),
  tag text not null,
  uses bigint not null
);
create index on tag_use (entity, tag);

create function note_tag_use() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into tag_use (entity, tag, uses)
      select tg_table_name, tag, count(*) from now_there, unnest(tags) as tag group by tag;
  elsif tg_op = 'UPDATE' then
    insert into tag_use (entity, tag, uses)
      select tg_table_name, tag, sum(change) from (
        select unnest(tags) as tag, 1 as change from now_there union all select unnest(tags), -1 from gone
      ) as changes group by tag having sum(change) <> 0;
  elsif tg_op = 'DELETE' then
    insert into tag_use (entity, tag, uses)
      select tg_table_name, tag, -count(*) from gone, unnest(tags) as tag group by tag;
  else
    delete from tag_use where entity = tg_table_name;
  end if;
  return null;
end $$;

do $$
declare
  entity text;
begin
  foreach entity in array array['contact', 'company', 'lead', 'asset'] loop
    execute format('create trigger tags_added after insert on %I referencing new table as now_there
      for each statement execute function note_tag_use()', entity);
    execute format('create trigger tags_changed after update on %I referencing old table as gone new table as now_there
      for each statement execute function note_tag_use()', entity);
    execute format('create trigger tags_removed after delete on %I referencing old table as gone
      for each statement execute function note_tag_use()', entity);
    execute format('create trigger tags_emptied after truncate on %I for each statement execute function note_tag_use()', entity);
    execute format('insert into tag_use (entity, tag, uses) select %L, tag, count(*) from %I, unnest(tags) as tag group by tag', entity, entity);
  end loop;
end $$;
