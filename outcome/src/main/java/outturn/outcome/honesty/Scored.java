package outturn.outcome.honesty;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import outturn.evidence.score.Brier;
import outturn.evidence.score.Reliability;
import outturn.evidence.score.Resolved;

/// Forecasts against what came.
///
/// @param count of forecasts, also of those that are not decided
/// @param targets how many of them have come due: a measure of an outcome, its target and its day
/// @param brier of those that are decided; empty while none is
/// @param rows of the reliability table, by fifths of the chance; none while nothing is decided
public record Scored(int count, int targets, Optional<Brier> brier, List<Reliability.Row> rows) {
  private static final int FIFTHS = 5;

  public Scored {
    rows = List.copyOf(rows);
  }

  static Scored of(List<Promised> forecasts) {
    var resolved = forecasts.stream().flatMap(Scored::resolved).toList();
    return new Scored(
        forecasts.size(),
        (int)
            forecasts.stream()
                .filter(each -> resolved(each).findAny().isPresent())
                .map(each -> List.of(each.outcome(), each.measure(), each.aim()))
                .distinct()
                .count(),
        Brier.of(resolved).result(),
        Reliability.table(resolved, FIFTHS).result().orElse(List.of()));
  }

  private static Stream<Resolved> resolved(Promised promised) {
    return switch (promised.came()) {
      case REACHED -> Stream.of(new Resolved(promised.chance(), Resolved.Result.REACHED));
      case MISSED -> Stream.of(new Resolved(promised.chance(), Resolved.Result.MISSED));
      case OPEN, MOVED -> Stream.empty();
    };
  }

  /// Of forecasts that the server made by itself; those of one target are no independent ones.
  String ofServer() {
    if (count == 0) return "The server has made no forecast by itself yet.";
    if (brier.isEmpty()) return "No forecast that the server made by itself has come due yet.";
    return String.format(
        Locale.ROOT,
        "By itself the server has made %d forecasts, of which %d, of %d %s, have come due. Their Brier score is %.2f; those of one target came alike, so that they tell less than as many of different ones.",
        count,
        brier.get().count(),
        targets,
        targets == 1 ? "target" : "targets",
        brier.get().score());
  }
}
