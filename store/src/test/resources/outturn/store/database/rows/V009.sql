update run set warnings = 2 where id = 4194304;
