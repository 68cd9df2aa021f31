package outturn.outcome.portfolio;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import outturn.definition.outcome.Outcome.Category;
import outturn.definition.outcome.Outcome.Value;
import outturn.outcome.amount.Amounts;
import outturn.outcome.claim.Overlap;
import outturn.outcome.period.Dates;
import outturn.outcome.period.Periods;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.position.Position;
import outturn.outcome.review.ReviewState;
import outturn.outcome.step.Step;
import outturn.outcome.step.Steps;
import outturn.outcome.words.OutcomeSentences;

/// Makes the line of an outcome.
public final class Lines {
  private final Steps steps;
  private final OutcomePosition position;

  private Lines(Steps steps) {
    this.steps = steps;
    this.position = steps.about().position();
  }

  /// What is known beside the outcome itself.
  ///
  /// @param chances of its measures
  /// @param evidence that was kept last
  /// @param asked how many shifts of its measures wait for an answer
  public record Beside(
      String project,
      Collection<Chance> chances,
      Optional<Evidence> evidence,
      ReviewState reviews,
      int asked) {}

  public static Line of(Steps steps, Beside beside) {
    return new Lines(steps).line(beside);
  }

  private Line line(Beside beside) {
    var outcome = position.outcome();
    var main = main();
    var heading =
        new Line.Heading(
            outcome.about().title(),
            outcome.about().owner(),
            beside.project(),
            outcome.about().objective(),
            OutcomeSentences.statement(position),
            steps.standing().map(Step::word),
            steps.sentence());
    return new Line(
        outcome.name(),
        heading,
        main.map(Lines::first),
        new Line.Effect(main.flatMap(each -> chance(each, beside.chances())), beside.evidence()),
        outcome.appraisal().value().map(Lines::worth),
        new Line.Open(beside.reviews(), overdue(beside)),
        position.asOf());
  }

  private Optional<Position> main() {
    return position.measures().stream()
        .filter(each -> each.goal().target().isPresent())
        .findFirst()
        .or(() -> position.measures().stream().findFirst());
  }

  private static Line.First first(Position position) {
    var amounts = new Amounts(position.measure());
    return new Line.First(
        position.measure().name(),
        position.measure().about().title(),
        position
            .standing()
            .latest()
            .map(latest ->
                new Line.Latest(latest.period(), latest.value(), amounts.full(latest.value()))),
        position
            .goal()
            .target()
            .map(target -> new Line.Aim(target.value(), target.by(), amounts.full(target.value()))),
        Trend.of(position),
        position.wasReached());
  }

  /// What is known already has no chance.
  private static Optional<Chance> chance(Position position, Collection<Chance> chances) {
    if (position.wasReached().isPresent()) return Optional.empty();
    return chances.stream()
        .filter(each -> each.measure().equals(position.measure().name()))
        .findFirst();
  }

  private static String worth(Value value) {
    if (value.category() == Category.QUALITATIVE) return "not in money";
    var each = value.each();
    return "a %s is worth %s %s to %s%s%s"
        .formatted(
            each.what(),
            each.currency(),
            plain(each.low()),
            plain(each.high()),
            value.category() == Category.CASHABLE ? ", in cash" : ", not in cash",
            value.share().map(Overlap::percent).map("; it claims %s"::formatted).orElse(""));
  }

  private static String plain(double amount) {
    return amount == Math.rint(amount) ? "%,.0f".formatted(amount) : "%,.2f".formatted(amount);
  }

  private List<String> overdue(Lines.Beside beside) {
    var overdue = new ArrayList<String>();
    for (var date : beside.reviews().overdue()) {
      overdue.add("the review of %s was not held".formatted(Dates.fully(date)));
    }
    position.measures().forEach(each -> late(each).ifPresent(overdue::add));
    if (beside.asked() > 0) {
      overdue.add(
          beside.asked() == 1
              ? "a shift is not explained"
              : "%d shifts are not explained".formatted(beside.asked()));
    }
    position.measures().forEach(each -> passed(each).ifPresent(overdue::add));
    return overdue;
  }

  /// Values that should be known by now.
  private Optional<String> late(Position position) {
    var rhythm = new Periods(position.measure().rhythm().cadence());
    var due = rhythm.lastKnown(this.position.asOf(), position.measure().rhythm());
    return position
        .standing()
        .latest()
        .filter(latest -> latest.period().isBefore(due))
        .map(latest ->
            "%s has no value since %s"
                .formatted(position.measure().about().title(), rhythm.label(latest.period())));
  }

  private Optional<String> passed(Position position) {
    var today = LocalDate.ofInstant(this.position.asOf(), ZoneOffset.UTC);
    return position
        .goal()
        .target()
        .filter(target -> target.by().isBefore(today))
        .filter(_ -> position.wasReached().filter(reached -> reached).isEmpty())
        .map(target ->
            "the target of %s was %s"
                .formatted(
                    Dates.fully(target.by()),
                    position.wasReached().isPresent() ? "missed" : "due, and is not judged yet"));
  }
}
