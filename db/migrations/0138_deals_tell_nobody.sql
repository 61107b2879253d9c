-- Owner: sales. Plans of opportunities from before they could be mailed: whoever made them chose nothing, so nobody is told.
update sales_plan p set plan = p.plan - 'mailed' from action a where a.id = p.action_id and a.channel = 'opportunity';
