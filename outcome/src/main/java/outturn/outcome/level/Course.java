package outturn.outcome.level;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import outturn.evidence.series.Series;
import outturn.evidence.xmr.Direction;
import outturn.evidence.xmr.Xmr;
import outturn.evidence.xmr.XmrChart;
import outturn.evidence.xmr.XmrOptions;

/// Lateness in minutes over the business dates on which the work was done; less is better.
public record Course(List<LocalDate> dates, XmrChart xmr) {
  public Course {
    dates = List.copyOf(dates);
  }

  /// Nothing when nothing was done, and of a promise that a measure keeps: that has a chart itself.
  static Optional<Course> of(List<Occasion> occasions) {
    var done = occasions.stream().filter(each -> each.end().isPresent()).toList();
    if (done.isEmpty()) return Optional.empty();
    var minutes = done.stream().mapToDouble(each -> each.value().orElse(0)).toArray();
    var xmr = Xmr.of(Series.of(minutes), XmrOptions.standard(Direction.LOWER_IS_BETTER));
    return Optional.of(new Course(done.stream().map(Occasion::date).toList(), xmr));
  }
}
