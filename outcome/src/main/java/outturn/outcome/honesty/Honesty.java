package outturn.outcome.honesty;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import outturn.evidence.score.Brier;
import outturn.evidence.score.Reliability;
import outturn.evidence.score.Resolved;
import outturn.outcome.honesty.Promised.Came;

/// All forecasts that people accepted against what came.
///
/// @param promised the latest first
/// @param brier of those that are decided; empty while none is
/// @param rows of the reliability table, by fifths of the chance; none while nothing is decided
public record Honesty(List<Promised> promised, Optional<Brier> brier, List<Reliability.Row> rows) {
  private static final int FIFTHS = 5;

  public Honesty {
    promised = List.copyOf(promised);
    rows = List.copyOf(rows);
  }

  public static Honesty of(List<Promised> promised) {
    var resolved = promised.stream().flatMap(Honesty::resolved).toList();
    return new Honesty(
        promised,
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

  /// What there is to say in one line.
  public String sentence() {
    if (promised.isEmpty()) return "No forecast has been accepted yet.";
    if (brier.isEmpty()) return "No accepted forecast has come due yet.";
    return String.format(
        Locale.ROOT,
        "%d of %d accepted forecasts have come due, and %d of these targets were reached. The Brier score is %.2f: 0 is perfect, 0.25 is what “one in two” always gets.%s",
        brier.get().count(),
        promised.size(),
        promised.stream().filter(each -> each.came() == Came.REACHED).count(),
        brier.get().score(),
        moved());
  }

  /// Moving a target is a way out of a promise, so it is told.
  private String moved() {
    long moved = promised.stream().filter(each -> each.came() == Came.MOVED).count();
    return moved == 0 ? "" : " Of %d the target has been moved since.".formatted(moved);
  }
}
