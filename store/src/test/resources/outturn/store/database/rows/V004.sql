insert into message (partition, dedupe_key, body, worker) values (-1, 'letter', '{}', 1);
