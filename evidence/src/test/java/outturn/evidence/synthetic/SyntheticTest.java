package outturn.evidence.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Warning;
import outturn.evidence.panel.Panel;
import outturn.evidence.panel.Panels;
import outturn.evidence.weights.Ridge;
import outturn.evidence.weights.Search;

class SyntheticTest {
  @Test
  void weightsAreThoseOfAnotherSolver() {
    // Expected values: oracle/comparison-groups.py.
    SyntheticResult result = found(Panels.wave(Map.of(0, 8)));
    assertThat(result.weights())
        .extracting(Weight::donor)
        .containsExactly("unit 2", "unit 5", "unit 8", "unit 3");
    assertThat(result.weights().get(0).share()).isCloseTo(.6166731285, within(1e-6));
    assertThat(result.weights().get(1).share()).isCloseTo(.1805767919, within(1e-6));
    assertThat(result.weights().get(2).share()).isCloseTo(.1174863399, within(1e-6));
    assertThat(result.weights().get(3).share()).isCloseTo(.0852637398, within(1e-6));
    assertThat(result.treated().before()).isCloseTo(.262729137, within(1e-7));
    assertThat(result.effect().value()).isCloseTo(2.518669887, within(1e-6));
    assertThat(result.gaps().value(11)).isCloseTo(2.812078602, within(1e-6));
  }

  @Test
  void placebosAreRankedAndDonorsLeftOutInTurn() {
    SyntheticResult result = found(Panels.wave(Map.of(0, 8)));
    Robustness robustness = result.robustness();
    assertThat(robustness.placebos()).hasSize(9);
    assertThat(robustness.ranks().getFirst().of()).isEqualTo(10);
    assertThat(robustness.ranks().get(1).of())
        .isGreaterThanOrEqualTo(robustness.ranks().get(2).of());
    assertThat(robustness.withoutDonors()).hasSize(4);
    assertThat(robustness.fakeStarts()).extracting(FakeStart::period).containsExactly(4, 6);
    assertThat(result.grounds().warnings())
        .extracting(Warning::name)
        .contains("more-donors-than-periods", "few-donors");
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    refused(Panels.wave(Map.of(0, 8, 1, 8)), SyntheticOptions.DEFAULT, Reason.OUT_OF_RANGE);
    refused(Panels.wave(Map.of(0, 3)), SyntheticOptions.DEFAULT, Reason.TOO_FEW);
    refused(
        Panels.wave(Map.of(0, 8)),
        new SyntheticOptions(Search.EXACT, Ridge.SMALL, 0),
        Reason.OUT_OF_RANGE);
    for (double ridge : new double[] {-1, 101, Double.NaN}) {
      SyntheticOptions options = new SyntheticOptions(Search.EXACT, ridge, .95);
      refused(Panels.wave(Map.of(0, 8)), options, Reason.OUT_OF_RANGE);
    }
    Panel three = Panels.of(3, 9, Map.of(0, 6), (i, t) -> Math.sin(i + t));
    refused(three, SyntheticOptions.DEFAULT, Reason.TOO_FEW);
    Panel twin = Panels.of(6, 9, Map.of(0, 6), (i, t) -> Math.sin(5 * (i - i % 2) + t));
    refused(twin, SyntheticOptions.DEFAULT, Reason.CONSTANT);
  }

  @Test
  void anyPanelIsAnsweredWithNumbersOrRefused() {
    int found = 0;
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      double scale = Math.pow(10, random.nextInt(-90, 90) / (random.nextInt(20) + 1.0));
      int kind = random.nextInt(3);
      int periods = random.nextInt(5, 15);
      Panel panel =
          Panels.of(
              random.nextInt(4, 12),
              periods,
              Map.of(0, random.nextInt(1, periods)),
              (i, t) -> kind == 0 ? random.nextInt(3) : scale * (random.nextGaussian() + kind - 1));
      Search search = seed % 2 == 0 ? Search.EXACT : Search.FRANK_WOLFE;
      var result = Synthetic.analyse(panel, new SyntheticOptions(search, Ridge.SMALL, .9)).result();
      found += result.isPresent() ? 1 : 0;
      result.ifPresent(r -> assertThat(r.effect().interval().width()).isFinite());
    }
    assertThat(found).isGreaterThan(100);
  }

  private static SyntheticResult found(Panel panel) {
    return Synthetic.analyse(panel, SyntheticOptions.DEFAULT).result().orElseThrow();
  }

  private static void refused(Panel panel, SyntheticOptions options, Reason reason) {
    Answer<SyntheticResult> answer = Synthetic.analyse(panel, options);
    assertThat(answer.refusal().orElseThrow().reason()).isEqualTo(reason);
    assertThat(answer.refusal().orElseThrow().text()).startsWith("Expected").endsWith(".");
  }
}
