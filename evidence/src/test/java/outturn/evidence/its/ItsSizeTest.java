package outturn.evidence.its;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outturn.evidence.its.Simulation.Shares;
import outturn.evidence.its.model.Errors;
import outturn.evidence.its.model.Intervention;
import outturn.evidence.its.model.ItsModel;
import outturn.evidence.its.model.Shape;

/// 24 + 12 points of noise without an effect, trend, step and slope: at most 5 in 100 should
/// declare one. The Monte Carlo error of a share of .05 is .007 for 1000 replications.
class ItsSizeTest {
  private static final ItsModel MODEL =
      ItsModel.of(Intervention.at(24)).with(Shape.TREND_STEP_AND_SLOPE);

  @ParameterizedTest
  @ValueSource(doubles = {0, .4, .7})
  void theDefaultRarelyDeclaresAnEffectWhereThereIsNone(double r) {
    Shares shares = new Simulation(MODEL, 36, r, 0, 1000).declared();
    assertThat(shares.step()).isBetween(.02, .08);
    assertThat(shares.average()).isBetween(.02, .08);
  }

  @Test
  void intervalsHoldTheTrueEffectAsOftenAsTheySay() {
    // Of 150 intervals, Monte Carlo error .018.
    Shares shares = new Simulation(MODEL, 36, .4, 3, 600).declaredAndCovered();
    assertThat(shares.covered()).isCloseTo(.95, within(.05));
    assertThat(shares.step()).isGreaterThan(.7);
  }

  @Test
  void theOtherMethodsDeclareFarTooMuchInShortSeries() {
    // Shares of the specification of this product from another program, 1500 replications.
    assertThat(step(Examples.OLS, .4)).isCloseTo(.172, within(.02));
    assertThat(step(Examples.OLS, .7)).isCloseTo(.301, within(.03));
    assertThat(step(Examples.adjusted(3), .4)).isCloseTo(.238, within(.03));
    assertThat(step(new Errors.PraisWinsten(), .4)).isCloseTo(.121, within(.02));
    assertThat(step(Examples.REML, .4)).isBetween(.045, .075);
  }

  private static double step(Errors errors, double r) {
    return new Simulation(MODEL.with(errors), 36, r, 0, 3000).declared().step();
  }
}
