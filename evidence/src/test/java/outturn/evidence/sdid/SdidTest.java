package outturn.evidence.sdid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Warning;
import outturn.evidence.panel.Panel;
import outturn.evidence.panel.Panels;
import outturn.evidence.weights.Search;

/// Expected values: oracle/synthetic-did.py.
class SdidTest {
  private static final SdidOptions EXACT = new SdidOptions(Search.EXACT, 200, .95, 1);

  @Test
  void effectWeightsAndErrorAreThoseOfAnotherProgram() {
    SdidResult result = found(Panels.chirp(Map.of(0, 9)), SdidOptions.DEFAULT);
    assertThat(result.effect().value()).isCloseTo(2.492651161, within(1e-8));
    assertThat(result.weights().get(0).share()).isCloseTo(.1738678548, within(1e-8));
    assertThat(result.weights().get(3).share()).isCloseTo(.1053044967, within(1e-8));
    assertThat(shares(result).get(0)).isCloseTo(.4628334927, within(1e-8));
    assertThat(shares(result).get(2)).isCloseTo(.1100176208, within(1e-8));
    assertThat(result.effect().standardError()).isCloseTo(.4129217874, within(1e-8));
    assertThat(result.effect().p().orElseThrow()).isCloseTo(1 / 12., within(1e-12));
    assertThat(result.placebos()).hasSize(11);
    assertThat(result.grounds().seed()).isEmpty();
  }

  @Test
  void exactWeightsAreThoseOfAGeneralSolver() {
    SdidResult result = found(Panels.chirp(Map.of(0, 9)), EXACT);
    assertThat(result.effect().value()).isCloseTo(2.492582579, within(1e-5));
    assertThat(result.weights().get(0).share()).isCloseTo(.1738708059, within(1e-5));
    assertThat(shares(result).get(0)).isCloseTo(.4627950927, within(1e-5));
    assertThat(result.effect().standardError()).isCloseTo(.4139620444, within(1e-5));
  }

  @Test
  void severalTreatedUnitsHaveAsManyControlsAsTheirPlacebos() {
    Panel panel = Panels.chirp(Map.of(0, 9, 1, 9));
    SdidResult result = found(panel, new SdidOptions(Search.FRANK_WOLFE, 400, .9, 7));
    assertThat(result.effect().value()).isCloseTo(3.058336713, within(1e-8));
    // 400 draws of 45 choices: the error of a standard deviation is its 28th part.
    assertThat(result.effect().standardError()).isCloseTo(.2884282922, within(.03));
    assertThat(result.placebos())
        .hasSize(400)
        .allSatisfy(placebo -> assertThat(placebo.units()).doesNotHaveDuplicates().hasSize(2));
    assertThat(result.grounds().seed()).hasValue(7);
    assertThat(found(panel, new SdidOptions(Search.FRANK_WOLFE, 400, .9, 7))).isEqualTo(result);
    assertThat(found(panel, new SdidOptions(Search.FRANK_WOLFE, 400, .9, 8))).isNotEqualTo(result);
  }

  @Test
  void theSyntheticPathMeetsTheTreatedInTheWeightedMeanBefore() {
    Panel panel = Panels.chirp(Map.of(0, 9));
    SdidResult result = found(panel, SdidOptions.DEFAULT);
    double before =
        result.periods().stream()
            .mapToDouble(p -> p.share() * gap(panel, result, p.period()))
            .sum();
    double after = 0;
    for (int t = 9; t < 14; t++) {
      after += gap(panel, result, t) / 5;
    }
    assertThat(before).isCloseTo(0, within(1e-9));
    assertThat(after).isCloseTo(result.effect().value(), within(1e-9));
  }

  private static double gap(Panel panel, SdidResult result, int period) {
    return panel.value(0, period) - result.synthetic().value(period);
  }

  @Test
  void proposition99HasTheEffectOfTheLiterature() throws IOException {
    // Arkhangelsky and others (2021), table 1: -15.6.
    SdidResult result = found(Panels.california(), SdidOptions.DEFAULT);
    assertThat(result.effect().value()).isCloseTo(-15.60382787, within(1e-6));
    assertThat(result.weights().getFirst().share()).isCloseTo(.1244892278, within(1e-6));
    assertThat(shares(result).getFirst()).isCloseTo(.4270763175, within(1e-6));
    assertThat(result.effect().standardError()).isCloseTo(9.368828093, within(1e-4));
    assertThat(found(Panels.california(), EXACT).effect().value())
        .isCloseTo(-15.60539779, within(1e-4));
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    refused(Panels.wave(Map.of(0, 8, 1, 9)), SdidOptions.DEFAULT, Reason.IRREGULAR_PERIODS);
    refused(Panels.wave(Map.of(0, 3)), SdidOptions.DEFAULT, Reason.TOO_FEW);
    refused(Panels.wave(Map.of(0, 8, 1, 8, 2, 8, 3, 8, 4, 8)), SdidOptions.DEFAULT, Reason.TOO_FEW);
    Panel panel = Panels.wave(Map.of(0, 8));
    refused(panel, new SdidOptions(Search.EXACT, 49, .95, 1), Reason.OUT_OF_RANGE);
    refused(panel, new SdidOptions(Search.EXACT, 10_001, .95, 1), Reason.OUT_OF_RANGE);
    refused(panel, new SdidOptions(Search.EXACT, 200, 1, 1), Reason.OUT_OF_RANGE);
    Panel parallel = Panels.of(6, 9, Map.of(0, 6), (i, t) -> 5.0 * i + t * t);
    refused(parallel, SdidOptions.DEFAULT, Reason.CONSTANT);
  }

  @Test
  void fewControlsAndEffectsAtFakeStartsAreSaid() {
    SdidResult result =
        found(
            Panels.of(
                8, 14, Map.of(0, 9), (i, t) -> Math.sin(40 * i + 7 * t) + (i == 0 ? t * t : 0)),
            SdidOptions.DEFAULT);
    assertThat(result.fakeStarts()).extracting(FakeStart::period).containsExactly(4, 6);
    assertThat(result.grounds().assumptions().getLast().text()).contains("fake starts");
    assertThat(result.grounds().warnings()).extracting(Warning::name).contains("few-controls");
  }

  @Test
  void anyPanelIsAnsweredWithNumbersOrRefused() {
    int found = 0;
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      double scale = Math.pow(10, random.nextInt(-90, 90) / (random.nextInt(20) + 1.0));
      int kind = random.nextInt(3);
      int periods = random.nextInt(5, 12);
      int start = random.nextInt(1, periods);
      Panel panel =
          Panels.of(
              random.nextInt(4, 10),
              periods,
              seed % 3 == 0 ? Map.of(0, start, 1, start) : Map.of(0, start),
              (i, t) -> kind == 0 ? random.nextInt(3) : scale * (random.nextGaussian() + kind - 1));
      Search search = seed % 2 == 0 ? Search.EXACT : Search.FRANK_WOLFE;
      var result = Sdid.analyse(panel, new SdidOptions(search, 50, .9, seed)).result();
      found += result.isPresent() ? 1 : 0;
      result.ifPresent(r -> assertThat(r.effect().interval().width()).isFinite());
    }
    assertThat(found).isGreaterThan(50);
  }

  private static List<Double> shares(SdidResult result) {
    return result.periods().stream()
        .map(PeriodWeight::share)
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  private static SdidResult found(Panel panel, SdidOptions options) {
    return Sdid.analyse(panel, options).result().orElseThrow();
  }

  private static void refused(Panel panel, SdidOptions options, Reason reason) {
    Answer<SdidResult> answer = Sdid.analyse(panel, options);
    assertThat(answer.refusal().orElseThrow().reason()).isEqualTo(reason);
    assertThat(answer.refusal().orElseThrow().text()).startsWith("Expected").endsWith(".");
  }
}
