insert into consolidation (period, balance, accruals)
select cast(:first as date), sum(balance), cast(:accruals as bigint)
from unnest(array[:balances]) as balance
on conflict (period) do update set balance = excluded.balance, accruals = excluded.accruals
returning balance - accruals as total;
