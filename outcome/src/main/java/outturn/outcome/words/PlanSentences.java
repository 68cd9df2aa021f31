package outturn.outcome.words;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outturn.definition.outcome.Outcome.Target;
import outturn.evidence.attainment.Element;
import outturn.evidence.attainment.Update;
import outturn.outcome.amount.Amounts;
import outturn.outcome.confirm.PlanForecast;
import outturn.outcome.grade.Level;
import outturn.outcome.period.Dates;
import outturn.outcome.period.Periods;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.position.Position;

/// Says whether a plan is likely to reach its target, and whether the data could ever show it, by
/// rule.
public final class PlanSentences {
  private final OutcomePosition outcome;
  private final Position position;
  private final PlanForecast forecast;
  private final Amounts amounts;
  private final Periods periods;

  private PlanSentences(OutcomePosition outcome, Position position, PlanForecast forecast) {
    this.outcome = outcome;
    this.position = position;
    this.forecast = forecast;
    this.amounts = new Amounts(position.measure());
    this.periods = new Periods(position.measure().rhythm().cadence());
  }

  /// The verdict first.
  public static List<String> of(OutcomePosition outcome, Position position, PlanForecast forecast) {
    return new PlanSentences(outcome, position, forecast).all();
  }

  private List<String> all() {
    if (forecast.isDecided()) return decided(position.goal().target().orElseThrow());
    var sentences = new ArrayList<String>();
    sentences.add(verdict(position.goal().target().orElseThrow()));
    forecast.update().map(this::before).ifPresent(sentences::add);
    elements().ifPresent(sentences::add);
    forecast
        .later()
        .map(later ->
            "If all that has not begun comes three months later it is %s."
                .formatted(ProbabilityWords.of(later.value())))
        .ifPresent(sentences::add);
    sentences.add(visible());
    advice().ifPresent(sentences::add);
    return sentences;
  }

  private String verdict(Target target) {
    double chance = forecast.now().attained().value();
    return "To reach %s%s is %s: %s such plans do."
        .formatted(
            aim(target),
            target.sustain().isPresent() ? "," : "",
            ProbabilityWords.of(chance),
            ProbabilityWords.frequency(chance));
  }

  /// `60 % by December 2026, in 3 of the last 4 months`
  private String aim(Target target) {
    return "%s by %s%s"
        .formatted(
            amounts.full(target.value()),
            Dates.by(target.by()),
            target
                .sustain()
                .map(rule ->
                    ", in %d of the last %s".formatted(rule.periods(), periods.count(rule.of())))
                .orElse(""));
  }

  /// What was promised beside what came.
  private List<String> decided(Target target) {
    var came = forecast.now().attained().value() > .5 ? "was reached" : "was not reached";
    return Stream.concat(
            Stream.of("The target, %s, %s.".formatted(aim(target), came)),
            forecast.update().stream()
                .flatMap(update -> Stream.concat(Stream.of(before(update)), people(update))))
        .toList();
  }

  /// What the plan would have been without its people, as that was known before.
  private Stream<String> people(Update update) {
    if (!forecast.missing().isEmpty() || !hasPeople()) return Stream.empty();
    return Stream.of(
        "Without the levers of people it would have been %s."
            .formatted(ProbabilityWords.of(update.before().withoutPeople().value())));
  }

  private boolean hasPeople() {
    return forecast.plan().levers().stream().anyMatch(lever -> lever.element() == Element.PEOPLE);
  }

  private String before(Update update) {
    return "Before anything was observed of the plan it was %s."
        .formatted(ProbabilityWords.of(update.before().attained().value()));
  }

  private Optional<String> elements() {
    if (!forecast.missing().isEmpty()) {
      var missing =
          forecast.missing().stream()
              .map(element -> element.name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(" and "));
      return Optional.of(
          "The plan has no lever of %s, and by the rule of the elements nothing comes of the others without one."
              .formatted(missing));
    }
    if (!hasPeople()) return Optional.empty();
    return Optional.of(
        "Without the levers of people it would be %s."
            .formatted(ProbabilityWords.of(forecast.now().withoutPeople().value())));
  }

  private String visible() {
    double expected = Math.abs(forecast.expectedChange());
    var plan =
        "The plan is expected to move the measure by %s".formatted(amounts.change(rough(expected)));
    if (forecast.detectable().isEmpty()) {
      return plan
          + "; there are too few periods before or after it for an interrupted time series to show that.";
    }
    double least = forecast.detectable().get().step();
    return "%s, and from %s on an interrupted time series will show a change by then four times in five: %s"
        .formatted(
            plan,
            amounts.change(rough(least)),
            expected >= least
                ? "it should be visible."
                : "this change will probably not be visible in this measure.");
  }

  /// Two digits: a forecast has no more.
  private static double rough(double size) {
    return new BigDecimal(size).round(new MathContext(2)).doubleValue();
  }

  /// A comparison lifts the evidence, and costs nothing but an order.
  private Optional<String> advice() {
    var level = Level.reachable(outcome.outcome());
    if (level.allowsCause()) return Optional.empty();
    return Optional.of(
        "If it can be rolled out by site or department, stagger it: this lifts the evidence from level %d to 3."
            .formatted(level.number()));
  }
}
