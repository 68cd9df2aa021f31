package outturn.evidence.bsts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Warning;
import outturn.evidence.its.Placebo;
import outturn.evidence.its.model.Control;
import outturn.evidence.its.model.Intervention;
import outturn.evidence.series.CsvFile;
import outturn.evidence.series.ReferenceValues;
import outturn.evidence.series.Series;

class BstsTest {
  private static final CsvFile VIGNETTE = CsvFile.read("/causalimpact/vignette_seed1.csv");
  private static final Series Y = VIGNETTE.column("y");
  private static final Control X = new Control("x1", VIGNETTE.column("x1"));
  private static final Intervention AFTER_70 = Intervention.at(70);
  private static final Sampling MANY = new Sampling(20_000, .95, 1);

  @Test
  void theVignetteOfCausalImpactGivesItsEffect() {
    BstsResult result = analysed(Y, asInR(X).with(MANY));
    double actual = IntStream.range(70, 100).mapToDouble(Y::value).average().orElseThrow();
    ReferenceValues.of("causalimpact")
        .startingWith("vignette.")
        .hold(
            Map.of(
                "vignette.avg_effect", result.average().value(),
                "vignette.ci_lower", result.average().interval().lower(),
                "vignette.ci_upper", result.average().interval().upper(),
                "vignette.actual_avg", actual));
    assertThat(result.inclusions()).containsExactly(new Inclusion("x1", 1));
    assertThat(result.tail()).isLessThan(.001);
  }

  @ParameterizedTest
  @ValueSource(strings = {"basic", "no_effect"})
  void withoutControlsEffectsAreThoseOfCausalImpact(String scenario) throws IOException {
    Series y = shared("r_reference_" + scenario + ".json");
    BstsResult result = analysed(y, asInR().with(MANY));
    String prefix = "r141." + scenario + ".";
    ReferenceValues.of("causalimpact")
        .startingWith(prefix)
        .hold(
            Map.of(
                prefix + "avg_effect", result.average().value(),
                prefix + "ci_lower", result.average().interval().lower(),
                prefix + "ci_upper", result.average().interval().upper(),
                prefix + "cumulative", result.cumulative().value(),
                prefix + "relative", result.relative().value()));
    assertThat(result.grounds().warnings())
        .extracting(Warning::name)
        .containsExactly("without-controls", "few-periods-before");
  }

  @Test
  void aControlThatTellsNothingRarelyCounts() {
    Random random = new Random(3);
    Control[] controls = new Control[8];
    controls[0] = X;
    for (int j = 1; j < controls.length; j++) {
      controls[j] = new Control("noise " + j, Series.of(random.doubles(100).toArray()));
    }
    BstsResult result = analysed(Y, asInR(controls));
    assertThat(result.inclusions().getFirst().probability()).isGreaterThan(.99);
    assertThat(result.inclusions().subList(1, 8)).allMatch(one -> one.probability() < .3);
    assertThat(result.average().value()).isCloseTo(10.5, within(.4));
  }

  @Test
  void theSameSeedGivesTheSameAnswer() {
    assertThat(analysed(Y, asInR(X))).isEqualTo(analysed(Y, asInR(X)));
  }

  @Test
  void effectsFollowTheUnitOfTheMeasure() {
    BstsResult one = analysed(Y, asInR(X));
    BstsResult other = analysed(Y.map(v -> 60 * v), asInR(X));
    assertThat(other.average().value()).isCloseTo(60 * one.average().value(), within(1e-6));
    assertThat(other.relative().value()).isCloseTo(one.relative().value(), within(1e-9));
    assertThat(one.cumulative().value()).isCloseTo(30 * one.average().value(), within(1e-9));
  }

  @Test
  void missingPeriodsAreSkipped() {
    double[] values = Y.toArray();
    IntStream.of(3, 4, 50, 80, 99).forEach(i -> values[i] = Double.NaN);
    BstsResult result = analysed(Series.of(values), asInR(X));
    assertThat(result.grounds().n()).isEqualTo(95);
    assertThat(result.average().value()).isCloseTo(10.5, within(.3));
    assertThat(result.chart().counterfactual().count()).isEqualTo(28);
    assertThat(result.chart().lower().value(75)).isLessThan(result.chart().upper().value(75));
  }

  @Test
  void fakeDatesShowThatDriftsAreTakenForEffects() {
    Random random = new Random(7);
    double[] walk = new double[90];
    for (int i = 1; i < walk.length; i++) {
      walk[i] = walk[i - 1] + random.nextGaussian();
    }
    BstsModel model = BstsModel.of(AFTER_70).withLevelDeviation(.01);
    assertThat(Bsts.placebo(Series.of(walk), model).result().orElseThrow().fails()).isTrue();
    Series noise = Series.of(random.doubles(90).toArray());
    Placebo placebo = Bsts.placebo(noise, model).result().orElseThrow();
    assertThat(placebo.dates()).hasSize(28).startsWith(12, 14);
    assertThat(placebo.share()).isLessThan(.2);
    refused(Bsts.placebo(noise.map(_ -> 1), model), Reason.CONSTANT);
  }

  @Test
  void whatCannotBeAnalysedIsRefused() {
    refused(Y, BstsModel.of(Intervention.at(100)), Reason.OUTSIDE_THE_DATA);
    refused(Y, BstsModel.of(Intervention.at(2)), Reason.TOO_FEW);
    refused(Y.map(_ -> 5), BstsModel.of(AFTER_70), Reason.CONSTANT);
    refused(Y.map(_ -> Double.NaN), BstsModel.of(AFTER_70), Reason.ALL_MISSING);
    refused(Y, asInR(new Control("c", Y.map(_ -> 5))), Reason.CONSTANT);
    refused(Y, asInR(new Control("c", Series.of(1))), Reason.IRREGULAR_PERIODS);
    refused(Y.map(v -> 1e120 * v), BstsModel.of(AFTER_70), Reason.OUT_OF_RANGE);
    refused(Y, BstsModel.of(AFTER_70).withLevelDeviation(0), Reason.OUT_OF_RANGE);
    refused(Y, BstsModel.of(AFTER_70).with(new Sampling(5, .95, 1)), Reason.OUT_OF_RANGE);
    refused(Y, BstsModel.of(AFTER_70).with(new Sampling(500, 1, 1)), Reason.OUT_OF_RANGE);
  }

  private static BstsModel asInR(Control... controls) {
    return BstsModel.of(AFTER_70, controls).withLevelDeviation(.01);
  }

  private static BstsResult analysed(Series values, BstsModel model) {
    return Bsts.analyse(values, model).result().orElseThrow();
  }

  private static void refused(Series values, BstsModel model, Reason reason) {
    refused(Bsts.analyse(values, model), reason);
  }

  private static void refused(Answer<?> answer, Reason reason) {
    assertThat(answer.refusal().orElseThrow().reason()).isEqualTo(reason);
    assertThat(answer.refusal().orElseThrow().text()).startsWith("Expected").endsWith(".");
  }

  /// The numbers of "y" in a file that may not be copied.
  private static Series shared(String file) throws IOException {
    Path folder = Path.of(System.getProperty("outturn.root", ".")).toAbsolutePath();
    Path path = folder.resolveSibling("shared/data/evidence/causalimpact").resolve(file);
    assumeTrue(Files.exists(path), () -> "needs " + path + ", which is not part of the project");
    var array = Pattern.compile("\"y\": \\[([^\\]]*)\\]").matcher(Files.readString(path));
    assertThat(array.find()).isTrue();
    return Series.of(
        Pattern.compile(",")
            .splitAsStream(array.group(1))
            .mapToDouble(Double::parseDouble)
            .toArray());
  }
}
