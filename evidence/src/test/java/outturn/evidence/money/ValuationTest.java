package outturn.evidence.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Warning;
import outturn.evidence.money.Bar.Step;
import outturn.evidence.money.Benefit.Claim;
import outturn.evidence.money.Benefit.Worth;
import outturn.evidence.quantity.Pert;
import outturn.evidence.quantity.Quantity;
import outturn.evidence.quantity.Sample;
import outturn.evidence.quantity.Seed;
import outturn.evidence.quantity.Spread;

class ValuationTest {
  private static final Offset<Double> EXACT = within(1e-6);
  private static final Seed SEED = new Seed(20260908);
  private static final Prices POUNDS = new Prices("GBP", 2026);
  private static final DiscountTable GREEN_BOOK = GreenBook.at(LocalDate.of(2026, 9, 1));
  private static final Pert ONE = Pert.constant(1);

  @Test
  void withoutUncertaintyTheNetWorthIsThatOfTheGreenBook() {
    // benefit.greenbook, npv_-100_30x5: 30 a year for five years.
    List<Double> volumes = DoubleStream.iterate(0, _ -> 1).limit(6).boxed().toList();
    NetWorth worth =
        value(
            List.of(benefit("time", volumes, Pert.constant(30), new Claim(ONE, "time", 1))),
            List.of(new Cost("licence", Pert.constant(100), List.of(1.0), POUNDS)),
            OptimismBias.none());
    assertThat(worth.npv().spread().p10()).isCloseTo(35.451571, EXACT);
    assertThat(worth.npv().spread().p90()).isCloseTo(35.451571, EXACT);
    assertThat(worth.positive().value()).isOne();
    assertThat(worth.grounds().seed()).hasValue(20260908);
  }

  @Test
  void theWaterfallLeadsFromTheForecastToTheNetWorth() {
    Claim claim = new Claim(Pert.constant(.5), "time", .8);
    OptimismBias bias = OptimismBias.stated(.25, .1).result().orElseThrow();
    NetWorth worth =
        value(
            List.of(benefit("time", List.of(10.0), Pert.constant(100), claim)),
            List.of(new Cost("training", Pert.constant(200), List.of(1.0), POUNDS)),
            bias);
    assertThat(worth.waterfall()).extracting(Bar::step).containsExactly(Step.values());
    assertThat(worth.waterfall().stream().map(bar -> bar.change().p50()).toList())
        .containsExactly(1000.0, -500.0, -100.0, -100.0, -220.00000000000003);
    assertThat(worth.waterfall().getLast().standing().p50()).isCloseTo(80, EXACT);
    assertThat(worth.benefits().get(Category.NON_CASHABLE)).isEqualTo(new Spread(300, 300, 300));
  }

  @Test
  void theMeanOfTheDrawsIsTheProductOfTheMeans() {
    // Standard deviation of a draw below 500, so the Monte Carlo error is below 5.
    Quantity change = Sample.of(1, 2, 3, 4).result().orElseThrow();
    Benefit time =
        new Benefit(
            "time",
            Category.NON_CASHABLE,
            List.of(100.0, 100.0),
            change,
            new Worth(pert(2, 5, 14), POUNDS),
            Claim.ofTimeSaved("time", 1));
    NetWorth worth = value(List.of(time), List.of(), OptimismBias.none());
    double expected = (100 + 100 / 1.035) * 2.5 * 6 * .5;
    assertThat(worth.npv().mean()).isCloseTo(expected, within(30.0));
    assertThat(worth.npv().spread().p10()).isLessThan(worth.npv().spread().p90());
  }

  @Test
  void theChanceOfAGainIsThatOfTheCostBelowTheBenefit() {
    // P(Pert(2, 5, 14) < p50) = .5; Monte Carlo error .005.
    Pert cost = pert(2, 5, 14);
    NetWorth worth =
        value(
            List.of(
                benefit(
                    "fixed",
                    List.of(1.0),
                    Pert.constant(cost.quantile(.5)),
                    new Claim(ONE, "fixed", 1))),
            List.of(new Cost("unsure", cost, List.of(1.0), POUNDS)),
            OptimismBias.none());
    assertThat(worth.positive().value()).isCloseTo(.5, within(.015));
    assertThat(worth.positive().standardError()).isCloseTo(.005, within(1e-4));
    assertThat(worth.positive().interval().contains(.5)).isTrue();
  }

  @Test
  void anOwnReferenceClassReplacesTheStatedCut() {
    Sample realised = Sample.of(.5, .5, .5, .5, .5, .5, .5, .5).result().orElseThrow();
    OptimismBias own = OptimismBias.ofReferenceClass(realised, 0).result().orElseThrow();
    NetWorth worth =
        value(
            List.of(benefit("time", List.of(1.0), Pert.constant(100), new Claim(ONE, "time", 1))),
            List.of(),
            own);
    assertThat(worth.npv().mean()).isCloseTo(50, EXACT);
    Sample few = Sample.of(.5, .5).result().orElseThrow();
    assertThat(OptimismBias.ofReferenceClass(few, 0).refusal().orElseThrow().text())
        .contains("needs 8 finished outcomes and has 2");
    assertThat(OptimismBias.ofReferenceClass(realised, -1).refusal()).isPresent();
    assertThat(OptimismBias.stated(1.5, 0).refusal()).isPresent();
    assertThat(OptimismBias.stated(.5, Double.NaN).refusal()).isPresent();
  }

  @Test
  void whatIsNotPricedHasACostPerUnit() {
    Cost cost = new Cost("training", Pert.constant(100), List.of(1.0, 1.0), POUNDS);
    BusinessCase business =
        new BusinessCase(List.of(), List.of(cost), GREEN_BOOK, OptimismBias.none());
    Spread spread = CostPerUnit.of(business, Pert.constant(10), 100, SEED).result().orElseThrow();
    assertThat(spread.p50()).isCloseTo((100 + 100 / 1.035) / 10, EXACT);
    assertThat(CostPerUnit.of(business, Pert.constant(0), 100, SEED).refusal()).isPresent();
  }

  @Test
  void aLongHorizonAsksForLowerRates() {
    Claim claim = new Claim(ONE, "time", 1);
    NetWorth worth =
        value(
            List.of(benefit("long", Collections.nCopies(61, 1.0), ONE, claim)),
            List.of(),
            OptimismBias.none());
    assertThat(worth.grounds().warnings())
        .extracting(Warning::name)
        .containsExactly("long-horizon");
  }

  @Test
  void anEffectIsNotCountedTwice() {
    Benefit first = benefit("time", List.of(1.0), ONE, new Claim(ONE, "time", .7));
    Benefit second = benefit("pay", List.of(1.0), ONE, new Claim(ONE, "time", .4));
    assertThat(refusal(List.of(first, second), List.of())).contains("counted twice");
  }

  @Test
  void casesThatCannotBeAddedAreRefused() {
    Claim claim = new Claim(ONE, "time", 1);
    Benefit good = benefit("time", List.of(1.0), ONE, claim);
    Benefit praise =
        new Benefit(
            "praise", Category.QUALITATIVE, List.of(1.0), ONE, new Worth(ONE, POUNDS), claim);
    Cost old = new Cost("old", ONE, List.of(1.0), new Prices("GBP", 2020));
    Cost gap = new Cost("gap", ONE, List.of(Double.NaN), POUNDS);
    assertThat(refusal(List.of(), List.of())).contains("nothing to value");
    assertThat(refusal(List.of(praise), List.of())).contains("qualitative");
    assertThat(refusal(List.of(good), List.of(old))).contains("GBP of 2026, GBP of 2020");
    assertThat(refusal(List.of(), List.of(gap))).contains("phasing of cost gap");
    assertThat(refusal(List.of(benefit("x", List.of(Double.NaN), ONE, claim)), List.of()))
        .contains("volumes of benefit x");
    assertThat(refusal(List.of(benefit("x", List.of(1.0), ONE, new Claim(ONE, "t", 2))), List.of()))
        .contains("lie in 0..1");
    assertThat(refusal(List.of(benefit("x", Collections.nCopies(200, 1.0), ONE, claim)), List.of()))
        .contains("years 0 to 125");
    Answer<NetWorth> few =
        Valuation.of(
            new BusinessCase(List.of(good), List.of(), GREEN_BOOK, OptimismBias.none()), 10, SEED);
    assertThat(few.refusal().orElseThrow().reason()).isEqualTo(Reason.OUT_OF_RANGE);
  }

  private static String refusal(List<Benefit> benefits, List<Cost> costs) {
    BusinessCase business = new BusinessCase(benefits, costs, GREEN_BOOK, OptimismBias.none());
    return Valuation.of(business, 100, SEED).refusal().orElseThrow().text();
  }

  private static NetWorth value(List<Benefit> benefits, List<Cost> costs, OptimismBias optimism) {
    BusinessCase business = new BusinessCase(benefits, costs, GREEN_BOOK, optimism);
    return Valuation.of(business, 10_000, SEED).result().orElseThrow();
  }

  private static Benefit benefit(String name, List<Double> volumes, Pert each, Claim claim) {
    return new Benefit(name, Category.NON_CASHABLE, volumes, ONE, new Worth(each, POUNDS), claim);
  }

  private static Pert pert(double low, double mode, double high) {
    return Pert.of(low, mode, high).result().orElseThrow();
  }
}
