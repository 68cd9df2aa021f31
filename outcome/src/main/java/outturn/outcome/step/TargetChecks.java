package outturn.outcome.step;

import java.util.List;
import java.util.Optional;
import outturn.definition.measure.Measure.Better;
import outturn.definition.outcome.Outcome.Target;
import outturn.outcome.amount.Amounts;
import outturn.outcome.amount.Units;
import outturn.outcome.period.Dates;
import outturn.outcome.period.Periods;
import outturn.outcome.position.Before;
import outturn.outcome.position.Position;
import outturn.outcome.words.Titles;

/// Whether the promised after can be and is not there already, and how long it must last.
final class TargetChecks {
  private static final double HUNDRED = 100;

  private final Position position;
  private final Amounts amounts;
  private final About about;

  TargetChecks(Position position) {
    this.position = position;
    this.amounts = new Amounts(position.measure());
    this.about = About.measure(position.measure().name());
  }

  List<Check> all() {
    return position
        .goal()
        .target()
        .map(target -> List.of(target(target), sustain(target)))
        .orElseGet(() ->
            List.of(
                Check.fail(
                    "TGT-1",
                    about,
                    "Nothing is promised of %s.".formatted(title()),
                    "Say under target: what it is to be, and by when.")));
  }

  private Check target(Target target) {
    var wanted = amounts.full(target.value());
    var limits = impossible(target.value());
    if (limits.isPresent()) {
      return Check.fail(
          "TGT-1",
          about,
          "The target of %s cannot be: %s is not %s.".formatted(title(), wanted, limits.get()),
          "Check the number and the unit.");
    }
    var before = position.standing().baseline().map(Before::mean);
    if (before.filter(mean -> reaches(mean, target.value())).isPresent()) {
      return Check.fail(
          "TGT-1",
          about,
          "The target of %s is met already: the baseline has %s, the target is %s."
              .formatted(title(), amounts.brief(before.get()), wanted),
          "Check the number and the direction.");
    }
    return Check.pass(
        "TGT-1",
        about,
        "%s is to be %s by %s%s."
            .formatted(
                position.measure().about().title(),
                wanted,
                Dates.by(target.by()),
                before.map(mean -> ", from " + amounts.brief(mean)).orElse("")));
  }

  /// The range that the target is outside of.
  private Optional<String> impossible(double target) {
    if (position.measure().quantity().better() instanceof Better.Within(var low, var high)
        && !(target >= low && target <= high)) {
      return Optional.of(
          "from %s to %s, the limits of the measure".formatted(plain(low), plain(high)));
    }
    boolean percent = Units.isPercent(position.measure().quantity());
    return switch (position.measure().quantity().type()) {
      case PROPORTION -> outside(target, 0, percent ? HUNDRED : 1);
      case COUNT, DURATION -> outside(target, 0, Double.POSITIVE_INFINITY);
      case NPS -> outside(target, -HUNDRED, HUNDRED);
      case RATE, MEAN, MONEY, SCORE -> Optional.empty();
    };
  }

  private Optional<String> outside(double target, double low, double high) {
    if (target >= low && target <= high) return Optional.empty();
    return Optional.of(
        Double.isInfinite(high)
            ? "%s or more".formatted(plain(low))
            : "from %s to %s".formatted(plain(low), plain(high)));
  }

  private String plain(double amount) {
    return amounts.brief(amount);
  }

  private boolean reaches(double value, double target) {
    return switch (position.measure().quantity().better()) {
      case Better.Higher() -> value >= target;
      case Better.Lower() -> value <= target;
      case Better.Within(var low, var high) -> value >= low && value <= high;
    };
  }

  private Check sustain(Target target) {
    var periods = new Periods(position.measure().rhythm().cadence());
    return target
        .sustain()
        .map(rule ->
            Check.pass(
                "SUS-1",
                about,
                "The target of %s counts when %d of %s reach it."
                    .formatted(title(), rule.periods(), periods.count(rule.of()))))
        .orElseGet(() ->
            Check.fail(
                "SUS-1",
                about,
                "One lucky %s would do for the target of %s.".formatted(periods.word(), title()),
                "Say under sustain: how many periods of how many must reach it."));
  }

  private String title() {
    return Titles.inside(position.measure().about().title());
  }
}
