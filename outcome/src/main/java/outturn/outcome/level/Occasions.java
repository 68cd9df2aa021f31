package outturn.outcome.level;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import outturn.definition.workflow.Deadline;
import outturn.outcome.level.Occasion.Standing;

/// Judges what was done by what was promised.
public final class Occasions {
  private Occasions() {}

  /// A business date keeps the promise when one of its runs is in time. One on which nothing ran is
  /// no occasion.
  public static List<Occasion> byDeadline(
      Deadline deadline, ZoneId zone, List<Worked> worked, Instant now) {
    return worked.stream()
        .map(each -> byDeadline(deadline, zone, each, now))
        .sorted(Comparator.comparing(Occasion::date))
        .toList();
  }

  private record Done(Instant due, Instant at) {
    Duration late() {
      return Duration.between(due, at);
    }
  }

  private static Occasion byDeadline(Deadline deadline, ZoneId zone, Worked worked, Instant now) {
    var date = worked.date();
    var best =
        worked.finishes().stream()
            .map(finish -> new Done(deadline.due(date, finish.due(), zone), finish.at()))
            .min(Comparator.comparing(Done::late).thenComparing(Done::at));
    if (best.isPresent()) return done(date, best.get());
    var due = deadline.due(date, worked.due(), zone);
    var standing =
        !worked.isWanted()
            ? Standing.NOT_DUE
            : due.isBefore(now) ? Standing.BREACHED : Standing.NOT_YET;
    return new Occasion(date, standing, Optional.of(due), Optional.empty(), OptionalDouble.empty());
  }

  private static Occasion done(LocalDate date, Done done) {
    double minutes = done.late().toSeconds() / (double) Duration.ofMinutes(1).toSeconds();
    var standing = done.late().isPositive() ? Standing.BREACHED : Standing.MET;
    return new Occasion(
        date,
        standing,
        Optional.of(done.due()),
        Optional.of(done.at()),
        OptionalDouble.of(minutes));
  }

  /// Each observed period.
  public static List<Occasion> byMeasure(SortedMap<LocalDate, Double> values, double atLeast) {
    return values.entrySet().stream()
        .map(each ->
            new Occasion(
                each.getKey(),
                each.getValue() >= atLeast ? Standing.MET : Standing.BREACHED,
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.of(each.getValue())))
        .toList();
  }
}
