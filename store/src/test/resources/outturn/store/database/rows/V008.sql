update run set priority = 5, turns = '{"nightly": 1}' where id = 4194305;
update run set backfill = 'b1' where id = 4194304;
