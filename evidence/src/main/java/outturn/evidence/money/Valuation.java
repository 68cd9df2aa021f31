package outturn.evidence.money;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Grounds;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Refusal;
import outturn.evidence.estimate.Warning;
import outturn.evidence.money.Bar.Step;
import outturn.evidence.quantity.Sample;
import outturn.evidence.quantity.Seed;
import outturn.evidence.quantity.Spread;
import outturn.evidence.survey.Wilson;

/// Values a case by simulation: every uncertain quantity is drawn, and the worth now computed, many
/// times.
///
/// HM Treasury, *The Green Book*, chapter 5 and annexes 5 and 6. Assumes that quantities are
/// independent, except draws of analyses, which are taken together by their number. Money is real,
/// of one price year.
public final class Valuation {
  private static final int LEAST_DRAWS = 100;
  private static final int MOST_DRAWS = 1_000_000;
  private static final int LONG_HORIZON = 50;
  private static final double LEVEL = .95;

  private final BusinessCase business;

  /// Worth now of the volumes of each benefit, and of the phasing of each cost.
  private final double[] volumes;

  private final double[] spending;

  /// By step and by category, in draws.
  private final Map<Step, double[]> changes = new EnumMap<>(Step.class);

  private final Map<Category, double[]> kept = new EnumMap<>(Category.class);

  private Valuation(BusinessCase business, int draws) {
    this.business = business;
    this.volumes =
        business.benefits().stream().mapToDouble(each -> worthNow(each.volumes())).toArray();
    this.spending =
        business.costs().stream().mapToDouble(each -> worthNow(each.phasing())).toArray();
    for (Step step : Step.values()) {
      changes.put(step, new double[draws]);
    }
    business.benefits().forEach(each -> kept.put(each.category(), new double[draws]));
  }

  /// @param draws 10,000 give the chance of a gain to within one point
  public static Answer<NetWorth> of(BusinessCase business, int draws, Seed seed) {
    Optional<Refusal> refusal = business.refusal().or(() -> refusal(draws));
    if (refusal.isPresent()) {
      return new Answer.Refused<>(refusal.get());
    }
    Valuation valuation = new Valuation(business, draws);
    RandomGenerator random = seed.generator();
    for (int i = 0; i < draws; i++) {
      valuation.draw(i, random);
    }
    return valuation.netWorth(draws, seed);
  }

  private static Optional<Refusal> refusal(int draws) {
    return draws >= LEAST_DRAWS && draws <= MOST_DRAWS
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                Reason.OUT_OF_RANGE,
                "A valuation takes %d to %d draws, not %d; 10000 are usual."
                    .formatted(LEAST_DRAWS, MOST_DRAWS, draws)));
  }

  private double worthNow(List<Double> perYear) {
    double sum = 0;
    for (int year = 0; year < perYear.size(); year++) {
      sum += perYear.get(year) * business.discount().knownFactor(year);
    }
    return sum;
  }

  private void draw(int index, RandomGenerator random) {
    double factor = business.optimism().benefits(random);
    for (int i = 0; i < volumes.length; i++) {
      Benefit benefit = business.benefits().get(i);
      double forecast =
          volumes[i]
              * benefit.change().draw(index, random)
              * benefit.worth().each().draw(index, random);
      double realised = forecast * benefit.claim().realisation().draw(index, random);
      double attributed = realised * benefit.claim().share();
      change(Step.FORECAST)[index] += forecast;
      change(Step.NOT_REALISED)[index] += realised - forecast;
      change(Step.NOT_ATTRIBUTED)[index] += attributed - realised;
      change(Step.OPTIMISM)[index] += attributed * (factor - 1);
      Objects.requireNonNull(kept.get(benefit.category()))[index] += attributed * factor;
    }
    for (int i = 0; i < spending.length; i++) {
      double amount = business.costs().get(i).amount().draw(index, random);
      change(Step.COSTS)[index] -= spending[i] * amount * (1 + business.optimism().costUplift());
    }
  }

  private double[] change(Step step) {
    return Objects.requireNonNull(changes.get(step));
  }

  private Answer<NetWorth> netWorth(int draws, Seed seed) {
    double[] standing = new double[draws];
    List<Bar> waterfall = new ArrayList<>();
    for (Step step : Step.values()) {
      for (int i = 0; i < draws; i++) {
        standing[i] += change(step)[i];
      }
      waterfall.add(new Bar(step, Spread.of(change(step)), Spread.of(standing)));
    }
    return Sample.of(standing)
        .then(npv ->
            Wilson.weighted(npv.shareAbove(0), draws, LEVEL)
                .then(positive ->
                    Answer.found(
                        new NetWorth(npv, positive, waterfall, benefits(), grounds(draws, seed)))));
  }

  private Map<Category, Spread> benefits() {
    Map<Category, Spread> spreads = new EnumMap<>(Category.class);
    kept.forEach((category, worth) -> spreads.put(category, Spread.of(worth)));
    return spreads;
  }

  private Grounds grounds(int draws, Seed seed) {
    List<Warning> warnings =
        business.years() - 1 <= LONG_HORIZON
            ? List.of()
            : List.of(
                new Warning(
                    "long-horizon",
                    "The case runs over %d years; beyond %d also value it with a table of lower rates."
                        .formatted(business.years() - 1, LONG_HORIZON)));
    return new Grounds(
        "net-present-value-simulation", draws, List.of(), warnings, OptionalLong.of(seed.value()));
  }
}
