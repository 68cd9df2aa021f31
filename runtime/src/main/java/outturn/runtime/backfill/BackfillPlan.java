package outturn.runtime.backfill;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import outturn.engine.run.RunState;

/// What a backfill would do.
///
/// @param dates of its runs, in the order in which they begin
/// @param skipped dates that have a run already, and how that is
public record BackfillPlan(List<LocalDate> dates, Map<LocalDate, RunState> skipped) {
  public BackfillPlan {
    dates = List.copyOf(dates);
  }
}
