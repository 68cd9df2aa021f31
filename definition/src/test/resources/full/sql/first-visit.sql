select :from as period, 1 as value;
