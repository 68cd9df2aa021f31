package outturn.outcome.impact;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.stream.DoubleStream;
import outturn.definition.measure.Measure.Better;
import outturn.definition.outcome.Outcome;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.money.Benefit;
import outturn.evidence.money.BusinessCase;
import outturn.evidence.money.Category;
import outturn.evidence.money.DiscountTable;
import outturn.evidence.money.NetWorth;
import outturn.evidence.money.OptimismBias;
import outturn.evidence.money.Prices;
import outturn.evidence.money.Valuation;
import outturn.evidence.quantity.Pert;
import outturn.evidence.quantity.Sample;
import outturn.evidence.quantity.Seed;
import outturn.evidence.quantity.Spread;
import outturn.outcome.amount.Units;
import outturn.outcome.claim.Overlap;

/// Values the effect of a year: units a year, times the change per unit, the worth of one, and the
/// part that becomes real, each with its range.
final class Valuer {
  private static final int DRAWS = 4000;
  private static final double HUNDRED = 100;

  /// Half of a normal distribution's interval of 95 %, in standard deviations.
  private static final double REACH = 1.959964;

  private static final double DAYS_OF_A_YEAR = 365.25;

  private final Study study;
  private final Outcome.Value value;
  private final Estimate effect;

  private Valuer(Study study, Outcome.Value value, Estimate effect) {
    this.study = study;
    this.value = value;
    this.effect = effect;
  }

  static Worth of(Study study, Estimate effect) {
    var value = study.outcome().outcome().appraisal().value();
    if (value.isEmpty()) {
      return Worth.none(Optional.empty(), "The outcome says nothing of what a unit is worth.");
    }
    if (!value.get().measure().equals(study.position().measure().name())) {
      return Worth.none(
          Optional.of(value.get().category()),
          "The outcome values another measure, %s.".formatted(value.get().measure()));
    }
    return new Valuer(study, value.get(), effect).worth();
  }

  private Worth worth() {
    var category = Optional.of(value.category());
    var sign = sign();
    var volume = volume();
    if (value.category() == Outcome.Category.QUALITATIVE) {
      return Worth.none(category, "It is worth something that is described, not counted.");
    }
    if (value.category() == Outcome.Category.QUANTIFIABLE) {
      return Worth.none(category, "It is counted, but has no agreed price.");
    }
    if (sign.isEmpty()) {
      return Worth.none(
          category,
          "Better is to stay within limits, and money is told of measures that go one way.");
    }
    if (volume.isEmpty()) {
      return Worth.none(
          category,
          "The volume %s is neither a number nor a measure with a year of values."
              .formatted(value.volume()));
    }
    return switch (worth(sign.getAsDouble(), volume.getAsDouble())) {
      case Answer.Found<NetWorth>(var found) -> told(found.npv().spread());
      case Answer.Refused<NetWorth>(var why) -> Worth.none(category, why.text());
    };
  }

  private Answer<NetWorth> worth(double sign, double volume) {
    var each = value.each();
    return Pert.of(each.low(), each.likely(), each.high())
        .then(price ->
            Sample.of(draws(sign))
                .then(change ->
                    noDiscount()
                        .then(table ->
                            Valuation.of(
                                new BusinessCase(
                                    List.of(benefit(volume, change, price)),
                                    List.of(),
                                    table,
                                    OptimismBias.none()),
                                DRAWS,
                                new Seed(study.seed())))));
  }

  private Benefit benefit(double volume, Sample change, Pert price) {
    var name = study.position().measure().name();
    return new Benefit(
        name,
        category(),
        List.of(volume),
        change,
        new Benefit.Worth(price, new Prices(value.each().currency(), value.each().priceYear())),
        claim(name));
  }

  private Category category() {
    return switch (value.category()) {
      case CASHABLE -> Category.CASHABLE;
      case NON_CASHABLE -> Category.NON_CASHABLE;
      case QUANTIFIABLE -> Category.QUANTIFIABLE;
      case QUALITATIVE -> Category.QUALITATIVE;
    };
  }

  private Benefit.Claim claim(String name) {
    double share = value.claimed();
    return value
        .realisation()
        .map(percent -> new Benefit.Claim(Pert.constant(percent / HUNDRED), name, share))
        .orElseGet(() ->
            isUnstated()
                ? Benefit.Claim.ofTimeSaved(name, share)
                : new Benefit.Claim(Pert.constant(1), name, share));
  }

  /// Money that leaves no budget line, and nobody has said how much of it becomes real.
  private boolean isUnstated() {
    return value.realisation().isEmpty() && value.category() == Outcome.Category.NON_CASHABLE;
  }

  /// A single year needs no discount.
  private Answer<DiscountTable> noDiscount() {
    return DiscountTable.of(
        LocalDate.EPOCH, List.of(new DiscountTable.Band(1, 0)), "a single year");
  }

  /// Draws of the change where more is better, so spread that 95 % lie in the interval.
  private double[] draws(double sign) {
    var random = new Seed(study.seed()).generator("effect");
    var interval = effect.interval();
    double below = (effect.value() - interval.lower()) / REACH;
    double above = (interval.upper() - effect.value()) / REACH;
    return DoubleStream.generate(random::nextGaussian)
        .limit(DRAWS)
        .map(z -> sign * (effect.value() + z * (z < 0 ? below : above)))
        .toArray();
  }

  /// Of one unit; a hundredth where the measure is in points.
  private OptionalDouble sign() {
    double one = Units.isPercent(study.position().measure().quantity()) ? 1 / HUNDRED : 1;
    return switch (study.position().measure().quantity().better()) {
      case Better.Higher() -> OptionalDouble.of(one);
      case Better.Lower() -> OptionalDouble.of(-one);
      case Better.Within _ -> OptionalDouble.empty();
    };
  }

  /// Units a year: the number, or the sum of the last year of the measure.
  private OptionalDouble volume() {
    try {
      return OptionalDouble.of(Double.parseDouble(value.volume()));
    } catch (NumberFormatException _) {
      return ofMeasure();
    }
  }

  private OptionalDouble ofMeasure() {
    return study.beside().controls().stream()
        .filter(each -> each.measure().name().equals(value.volume()))
        .findFirst()
        .map(each -> yearly(each.values(), periods(each)))
        .orElse(OptionalDouble.empty());
  }

  private static double periods(ControlMeasure each) {
    return switch (each.measure().rhythm().cadence()) {
      case DAILY -> DAYS_OF_A_YEAR;
      case WEEKLY -> DAYS_OF_A_YEAR / 7;
      case MONTHLY -> 12;
      case QUARTERLY -> 4;
      case YEARLY -> 1;
    };
  }

  private OptionalDouble yearly(SortedMap<LocalDate, Double> values, double periods) {
    var last = values.headMap(study.day().plusDays(1)).tailMap(study.day().minusYears(1));
    var mean = last.values().stream().mapToDouble(Double::doubleValue).average();
    return mean.isPresent() ? OptionalDouble.of(periods * mean.getAsDouble()) : mean;
  }

  private Worth told(Spread spread) {
    var text =
        String.format(
            Locale.ROOT,
            "%s, in a year at the size that was found, in prices of %d; %s of it is taken to become real%s.",
            value.category() == Outcome.Category.CASHABLE
                ? "A budget changes by so much"
                : "It is worth so much, though no budget falls",
            value.each().priceYear(),
            realised(),
            claimed());
    return new Worth(
        Optional.of(spread),
        Optional.of(value.category()),
        value.each().currency(),
        value.each().priceYear(),
        text);
  }

  /// Others value the rest of the change.
  private String claimed() {
    return value
        .share()
        .map(Overlap::percent)
        .map("; %s of the change is claimed"::formatted)
        .orElse("");
  }

  private String realised() {
    if (isUnstated()) return "a fifth to four fifths";
    double percent = value.realisation().orElse(HUNDRED);
    return percent == HUNDRED ? "all" : String.format(Locale.ROOT, "%.0f %%", percent);
  }
}
