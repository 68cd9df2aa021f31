package outturn.outcome.register;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import outturn.definition.change.Change;
import outturn.definition.measure.Measure;
import outturn.definition.outcome.Outcome;
import outturn.outcome.period.Dates;
import outturn.outcome.terms.AnalysisTerms;
import outturn.outcome.terms.Terms;

/// What was locked of an analysis plan, beside what it says now.
///
/// @param now what it says now
/// @param firstKnown when the first value after the intervention can be known, by what it says now
/// @param locked newest first
public record Registration(Terms now, Optional<LocalDate> firstKnown, List<LockedPlan> locked) {
  public Registration {
    locked = List.copyOf(locked);
  }

  /// @param measures by name
  /// @param changes by name
  public static Registration of(
      Outcome outcome,
      Function<String, Optional<Measure>> measures,
      Function<String, Optional<Change>> changes,
      List<LockedPlan> locked) {
    var firstKnown =
        outcome
            .appraisal()
            .analysis()
            .flatMap(plan -> changes.apply(plan.intervention()))
            .flatMap(change -> FirstKnown.after(change.date(), of(outcome, measures)));
    return new Registration(AnalysisTerms.of(outcome, measures, changes), firstKnown, locked);
  }

  private static List<Measure> of(Outcome outcome, Function<String, Optional<Measure>> measures) {
    return outcome.goals().stream()
        .flatMap(goal -> measures.apply(goal.measure()).stream())
        .toList();
  }

  /// How an analysis may be read.
  public enum Badge {
    /// Nobody had seen the data when the plan was fixed.
    PRE_REGISTERED("pre-registered"),
    EXPLORATORY("exploratory");

    private final String word;

    Badge(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /// The latest lock.
  public Optional<LockedPlan> standing() {
    return locked.stream().findFirst();
  }

  /// Whether it says now what was locked last.
  public boolean holds() {
    return standing().filter(plan -> plan.terms().hash().equals(now.hash())).isPresent();
  }

  public Badge badge() {
    return holds() && isEarly() ? Badge.PRE_REGISTERED : Badge.EXPLORATORY;
  }

  /// The last word was spoken before any of the plans could have been read from data.
  private boolean isEarly() {
    var last = standing().map(Registration::day).orElse(LocalDate.MAX);
    var first =
        Stream.concat(
                firstKnown.stream(), locked.stream().flatMap(plan -> plan.firstKnown().stream()))
            .min(LocalDate::compareTo);
    return first.filter(last::isBefore).isPresent();
  }

  /// Why the badge is what it is, in a sentence.
  public String reason() {
    if (standing().isEmpty()) return "The plan is not locked.";
    var last = standing().get();
    if (!holds()) {
      return "The plan says something else than what was locked on %s.".formatted(date(last));
    }
    var told =
        last.reason().isEmpty()
            ? "The plan is locked since %s".formatted(date(last))
            : "The plan was amended on %s (%s)".formatted(date(last), last.reason());
    return isEarly()
        ? told + ", before the first value after the intervention could be known."
        : told + ", when values after the intervention could be known already.";
  }

  private static String date(LockedPlan plan) {
    return Dates.shortly(day(plan));
  }

  private static LocalDate day(LockedPlan plan) {
    return LocalDate.ofInstant(plan.at(), ZoneOffset.UTC);
  }
}
