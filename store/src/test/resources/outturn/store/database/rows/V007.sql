insert into mark (run, task, kind, who, why, at, history)
  values (1, 'load', 'hold', 'ann', 'the bank is late', '2026-03-02 08:00Z', '{}'), (1, '', 'again', 'ann', '', '2026-03-02 08:00Z', '{-1,2}');
