package outturn.store.run;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/// What is held and worked at on the whole server.
public final class HoldingReader {
  private final Jdbi jdbi;

  HoldingReader(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Who holds how much, longest first, by the name under which pools and locks are held.
  public Map<String, List<PoolHolder>> all() {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select a.*, l.workflow, g.amount, g.pool
              from pool_grant g
                join attempt a on a.run = g.run and a.token = g.token
                join live_run l on l.id = g.run
              order by g.pool, a.started, a.run
              """)
          .map((row, _) -> {
            var attempt = AttemptRows.of(row);
            var holder =
                new PoolHolder(
                    attempt.id(),
                    row.getString("workflow"),
                    row.getInt("amount"),
                    attempt.times().created());
            return Map.entry(row.getString("pool"), holder);
          })
          .collect(
              Collectors.groupingBy(
                  Map.Entry::getKey,
                  TreeMap::new,
                  Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
  }

  /// How many attempts each worker has, by its incarnation; one that has none is absent.
  public Map<Long, Integer> workers() {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select a.worker, count(*) as attempts
              from live_run l join attempt a on a.run = l.id
              where a.state = 'running' and a.worker <> 0
                and a.run >= (select min(id) from live_run) -- leaves out the older ranges
              group by a.worker
              """)
          .map((row, _) -> Map.entry(row.getLong("worker"), row.getInt("attempts")))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
  }
}
