-- Owner: delivery. The assets that a line lists when it is meant for their owner; a line about one of them names it in asset_id.

alter table recipient add column asset_ids uuid[];
