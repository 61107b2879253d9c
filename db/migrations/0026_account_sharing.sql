-- Owner: campaigns. Other accounts that carry a part of the distribution, by a rule: { rule, whenPaused, weight, others: [{ id, weight }] };
-- null: the action's own account alone.
alter table action add column account_sharing jsonb;
