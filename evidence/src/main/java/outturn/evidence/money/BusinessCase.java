package outturn.evidence.money;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Refusal;
import outturn.evidence.quantity.Pert;

/// All that is valued together.
public record BusinessCase(
    List<Benefit> benefits, List<Cost> costs, DiscountTable discount, OptimismBias optimism) {
  private static final double ROUNDING = 1e-9;

  public BusinessCase {
    benefits = List.copyOf(benefits);
    costs = List.copyOf(costs);
  }

  /// Number of years, year 0 included.
  public int years() {
    return Stream.concat(benefits.stream().map(Benefit::volumes), costs.stream().map(Cost::phasing))
        .mapToInt(List::size)
        .max()
        .orElse(0);
  }

  Optional<Refusal> refusal() {
    if (years() == 0) {
      return refuse(
          Reason.TOO_FEW,
          "There is nothing to value: no benefit and no cost has a year; give at least one.");
    }
    return discount
        .refusal(years() - 1)
        .or(this::mixedPrices)
        .or(() -> benefits.stream().flatMap(each -> refusal(each).stream()).findFirst())
        .or(() -> costs.stream().flatMap(each -> refusal(each).stream()).findFirst())
        .or(this::countedTwice);
  }

  private Optional<Refusal> mixedPrices() {
    List<Prices> prices =
        Stream.concat(
                benefits.stream().map(benefit -> benefit.worth().prices()),
                costs.stream().map(Cost::prices))
            .distinct()
            .toList();
    return prices.size() == 1
        ? Optional.empty()
        : refuse(
            Reason.OUT_OF_RANGE,
            "Only money of one currency and price year is added, and there are %s; restate all in one."
                .formatted(prices));
  }

  private static Optional<Refusal> refusal(Benefit benefit) {
    if (benefit.category() == Category.QUALITATIVE) {
      return refuse(
          Reason.OUT_OF_RANGE,
          "Benefit %s is qualitative and has no price; leave it out of the sum and describe it."
              .formatted(benefit.name()));
    }
    if (!areNumbers(benefit.volumes())) {
      return refuse(
          Reason.NOT_A_NUMBER,
          "The volumes of benefit %s are %s; expected a number for each year."
              .formatted(benefit.name(), benefit.volumes()));
    }
    Pert realisation = benefit.claim().realisation();
    double share = benefit.claim().share();
    return realisation.low() >= 0 && realisation.high() <= 1 && share >= 0 && share <= 1
        ? Optional.empty()
        : refuse(
            Reason.OUT_OF_RANGE,
            "Realisation and share of benefit %s lie in 0..1, not at %s and %s; give .5 for 50 %%."
                .formatted(benefit.name(), realisation, share));
  }

  private static Optional<Refusal> refusal(Cost cost) {
    return areNumbers(cost.phasing())
        ? Optional.empty()
        : refuse(
            Reason.NOT_A_NUMBER,
            "The phasing of cost %s is %s; expected a number for each year."
                .formatted(cost.name(), cost.phasing()));
  }

  private Optional<Refusal> countedTwice() {
    Map<String, Double> shares = new TreeMap<>();
    for (Benefit benefit : benefits) {
      shares.merge(benefit.claim().effect(), benefit.claim().share(), Double::sum);
    }
    return shares.entrySet().stream()
        .filter(effect -> effect.getValue() > 1 + ROUNDING)
        .findFirst()
        .map(effect ->
            new Refusal(
                Reason.OUT_OF_RANGE,
                "Benefits share the effect %s by %s in all, so part of it is counted twice; lower the shares to 1 together."
                    .formatted(effect.getKey(), effect.getValue())));
  }

  private static boolean areNumbers(List<Double> values) {
    return values.stream().allMatch(Double::isFinite);
  }

  private static Optional<Refusal> refuse(Reason reason, String text) {
    return Optional.of(new Refusal(reason, text));
  }
}
