package outturn.store.run;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;

/// Runs by the backfill that they are part of, and by the dates that one is to fill.
public final class BackfillReader {
  private final Jdbi jdbi;

  BackfillReader(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// The dates of a workflow for which a run succeeded or is under way, and how it is.
  public Map<LocalDate, RunState> there(String workflow, LocalDate from, LocalDate to) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select business_date, min(state) as state from run
              where workflow = :workflow and business_date between :from and :to
                and state in ('succeeded', 'running', 'waiting')
              group by business_date
              """)
          .bind("workflow", workflow)
          .bind("from", from)
          .bind("to", to)
          .map((row, _) ->
              Map.entry(
                  row.getObject("business_date", LocalDate.class),
                  RunState.of(row.getString("state"))))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
  }

  /// How many runs of a backfill there are in each state.
  public Map<RunState, Long> progress(String backfill) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              "select state, count(*) as runs from run where backfill = :backfill group by state")
          .bind("backfill", backfill)
          .map((row, _) -> Map.entry(RunState.of(row.getString("state")), row.getLong("runs")))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
  }

  /// The runs of a backfill in a state, newest first.
  public List<RunId> live(String backfill, RunState state) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              "select id from run where backfill = :backfill and state = :state order by id desc")
          .bind("backfill", backfill)
          .bind("state", state.word())
          .map((row, _) -> new RunId(row.getLong("id")))
          .list();
    }
  }
}
