package outturn.outcome.honesty;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import outturn.evidence.score.Brier;
import outturn.evidence.score.Reliability;
import outturn.outcome.honesty.Promised.Came;

/// All forecasts against what came: those that people accepted, and those that the server made of
/// each period, which nobody has answered for, apart from them.
///
/// @param promised what people accepted, the latest first
/// @param accepted how these came
/// @param periods how those of the server came
public record Honesty(List<Promised> promised, Scored accepted, Scored periods) {
  public Honesty {
    promised = List.copyOf(promised);
  }

  /// @param periods the forecasts that the server made by itself
  public static Honesty of(List<Promised> promised, List<Promised> periods) {
    return new Honesty(promised, Scored.of(promised), Scored.of(periods));
  }

  public Optional<Brier> brier() {
    return accepted.brier();
  }

  public List<Reliability.Row> rows() {
    return accepted.rows();
  }

  /// The same of the forecasts that the server made by itself.
  public String periodSentence() {
    return periods.ofServer();
  }

  /// What there is to say in one line.
  public String sentence() {
    if (promised.isEmpty()) return "No forecast has been accepted yet.";
    var brier = accepted.brier();
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
