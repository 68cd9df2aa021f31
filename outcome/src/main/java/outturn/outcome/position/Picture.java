package outturn.outcome.position;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import outturn.definition.change.Change;
import outturn.evidence.series.Series;
import outturn.evidence.series.Window;
import outturn.evidence.trajectory.Trajectory;
import outturn.evidence.xmr.XmrChart;

/// Everything that a chart of a position shows; the title, the unit and the target are those of
/// measure and goal.
///
/// @param periods first days, without gaps, one for each value of the chart; empty without values
/// @param xmr the values shown, their phases and signals
/// @param raw the values with their season, where `xmr` is without
/// @param excluded the values that do not count, as they would be shown
/// @param changes those that affect the measure and lie between the first and the last day
/// @param baseline the periods of the baseline that the chart reaches
/// @param plan the path from baseline to target, which may end behind the last period
public record Picture(
    List<LocalDate> periods,
    XmrChart xmr,
    Optional<Series> raw,
    Series excluded,
    List<Change> changes,
    Optional<Window> baseline,
    Optional<Trajectory> plan) {
  public Picture {
    periods = List.copyOf(periods);
    changes = List.copyOf(changes);
  }
}
