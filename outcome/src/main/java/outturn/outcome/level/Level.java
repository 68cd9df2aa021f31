package outturn.outcome.level;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import outturn.definition.service.Service;
import outturn.definition.service.Service.Output;
import outturn.definition.service.Window;

/// How an output of a service keeps its promise, over its window.
///
/// @param span the days of the window so far
/// @param occasions in their order; none where it is not known how the promise is kept
public record Level(
    Service service, Output output, Span span, List<Occasion> occasions, Optional<Course> course) {
  public Level {
    occasions = List.copyOf(occasions);
  }

  /// @param from first day
  /// @param to today
  public record Span(LocalDate from, LocalDate to) {
    public static Span of(Output output, LocalDate today) {
      return new Span(window(output).first(today), today);
    }
  }

  /// Whether it is kept as often as it should be.
  public enum Judgement {
    KEPT,
    BROKEN,
    /// Nothing was due yet, or nobody said how the promise is kept.
    UNKNOWN,
    /// Nobody said how often it should be kept.
    NO_TARGET
  }

  public static Level of(Service service, Output output, Span span, List<Occasion> occasions) {
    return new Level(service, output, span, occasions, Course.of(occasions));
  }

  /// The one of the output, or the usual.
  public static Window window(Output output) {
    return output.window().orElse(Window.usual());
  }

  public Tally tally() {
    return Tally.of(occasions);
  }

  public Optional<Budget> budget() {
    var tally = tally();
    return output.target().filter(_ -> tally.due() > 0).map(target -> Budget.of(target, tally));
  }

  public Judgement judgement() {
    if (tally().due() == 0) return Judgement.UNKNOWN;
    return budget()
        .map(budget -> budget.isKept() ? Judgement.KEPT : Judgement.BROKEN)
        .orElse(Judgement.NO_TARGET);
  }

  public String sentence() {
    return LevelSentences.of(this);
  }
}
