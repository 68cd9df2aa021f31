package outturn.evidence.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTest {
  private static final Timing FADING = Timing.from(0).withRamp(3).withHalfLife(12);

  @Test
  void adoptionsHaveTheirShapes() {
    assertThat(new Adoption.Full().share(0)).isOne();
    assertThat(new Adoption.Linear(3, .8).share(3)).isCloseTo(.4, within(1e-12));
    assertThat(new Adoption.Linear(3, .8).share(60)).isEqualTo(.8);
    assertThat(new Adoption.Logistic(4, .8, .9).share(4)).isCloseTo(.45, within(1e-12));
    Adoption half = Adoption.Logistic.reachingHalf(6, 1);
    assertThat(half.share(0)).isCloseTo(.02, within(1e-12));
    assertThat(half.share(12)).isCloseTo(.98, within(1e-12));
    // Bass, p .03 and q .38: F(5) = (1 - exp(-2.05)) / (1 + 12.6667 exp(-2.05)) = 0.331199.
    assertThat(new Adoption.Bass(.03, .38, 1).share(5)).isCloseTo(0.331199, within(1e-5));
    assertThat(new Adoption.Bass(.03, .38, .5).share(0)).isZero();
  }

  @Test
  void whatWasMeasuredReplacesThePlan() {
    Adoption plan = new Adoption.Linear(5, 1);
    Adoption measured = new Adoption.Measured(List.of(0.0, .05, .15), plan);
    assertThat(measured.share(1.5)).isCloseTo(.1, within(1e-12));
    assertThat(measured.share(2)).isCloseTo(.15, within(1e-12));
    // The plan had .2 then, and grows by .1 a period up to 1.
    assertThat(measured.share(5)).isCloseTo(.45, within(1e-12));
    assertThat(measured.share(50)).isCloseTo(.95, within(1e-12));
    Adoption ahead = new Adoption.Measured(List.of(.5), plan);
    assertThat(ahead.share(50)).isOne();
  }

  @Test
  void effectsComeAfterTheirDelayAndFadeByHalves() {
    Timing timing = FADING.withDelay(2);
    assertThat(timing.share(1.9)).isZero();
    assertThat(timing.share(3.5)).isCloseTo(.5, within(1e-12));
    assertThat(timing.share(5)).isOne();
    assertThat(timing.share(17)).isCloseTo(.5, within(1e-12));
  }

  @Test
  void theTableIsAsGoodAsTheCurve() {
    for (Adoption adoption :
        List.of(new Adoption.Logistic(4, .9, 1), new Adoption.Bass(.03, .38, 1))) {
      Lever lever = new Lever("x", Element.PEOPLE, RichPlan.pert(0, 1, 2), FADING, adoption, 1);
      Curve curve = Curve.of(lever, 36);
      for (double elapsed = 0; elapsed <= 36; elapsed += .37) {
        assertThat(curve.share(elapsed)).isCloseTo(lever.share(elapsed), within(1e-4));
      }
    }
  }
}
