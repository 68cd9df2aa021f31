package outturn.evidence.structural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Reason;
import outturn.evidence.its.model.Control;
import outturn.evidence.series.CsvFile;
import outturn.evidence.series.ReferenceValues;
import outturn.evidence.series.Series;
import outturn.evidence.series.Window;

/// Against reference-values.csv and src/test/oracle/structural.py.
class StructuralTest {
  private static final Series NILE = CsvFile.read("/r-datasets/nile.csv").column("volume");
  private static final Series AIR =
      CsvFile.read("/r-datasets/airpassengers.csv").column("passengers");

  /// The likelihood is flat at its top, and two searches end at different places.
  private static final Percentage SEARCHED = Percentage.withPercentage(.2);

  @Test
  void theNileIsALevelThatWalks() {
    StructuralFit nile = fitted(NILE, Structure.level());
    ReferenceValues.of("locallevel.nile")
        .hold(
            Map.of(
                "StructTS.var_level", nile.variances().level(),
                "StructTS.var_eps", nile.variances().noise(),
                "forecast1971.mean", nile.next().mean(),
                "forecast1971.sd", nile.next().standardDeviation(),
                "approx_diffuse.loglik", nile.likelihood().conditional()));
    assertThat(nile.likelihood().diffuse()).isCloseTo(-633.4645636, within(1e-6));
    assertThat(nile.likelihood().conditional()).isCloseTo(-632.5456251, within(1e-6));
  }

  @Test
  void driversAreALevelASeasonAndTheLaw() {
    StructuralFit belts = fitted(belts("drivers").map(Math::log), beltsStructure());
    Estimate petrol = belts.coefficients().get(0);
    Estimate law = belts.coefficients().get(1);
    ReferenceValues.of("structural.seatbelts_log_drivers")
        .hold(
            Map.of(
                "ucm.beta_law", law.value(),
                "ucm.beta_log_petrol", petrol.value(),
                "ucm.se_law", law.standardError(),
                "ucm.loglik", belts.likelihood().diffuse()));
    assertThat(belts.likelihood().diffuse()).isCloseTo(189.6601264, within(1e-6));
    assertThat(belts.likelihood().conditional()).isCloseTo(203.1722954, within(1e-6));
    assertThat(belts.variances().level()).isCloseTo(.0002237180564, SEARCHED);
    assertThat(belts.variances().season()).isCloseTo(0, within(1e-9));
    assertThat(law.p().orElseThrow()).isLessThan(1e-5);
    assertThat(law.interval().contains(0)).isFalse();
  }

  @Test
  void missingPeriodsAreSkipped() {
    double[] values = NILE.toArray();
    IntStream.of(0, 20, 21, 22, 60, 98).forEach(i -> values[i] = Double.NaN);
    StructuralFit nile = fitted(Series.of(values), Structure.level());
    assertThat(nile.variances().noise()).isCloseTo(17212.04715, SEARCHED);
    assertThat(nile.variances().level()).isCloseTo(791.1721258, SEARCHED);
    assertThat(nile.likelihood().diffuse()).isCloseTo(-597.0972385, within(1e-5));
    assertThat(nile.next().mean()).isCloseTo(845.1350902, SEARCHED);
    assertThat(nile.next().standardDeviation()).isCloseTo(147.7032314, SEARCHED);
    assertThat(nile.grounds().n()).isEqualTo(94);
  }

  @Test
  void aSeasonMayChangeSlowly() {
    StructuralFit air = fitted(AIR.map(Math::log), new Structure(12, List.of()));
    assertThat(air.likelihood().diffuse()).isCloseTo(216.215132, within(1e-4));
    assertThat(air.variances().level()).isCloseTo(.001027986734, Percentage.withPercentage(1));
    assertThat(air.variances().season()).isCloseTo(5.365822465e-05, Percentage.withPercentage(1));
    assertThat(air.next().mean()).isCloseTo(6.108909399, within(1e-4));
    assertThat(air.next().standardDeviation()).isCloseTo(.04097830775, SEARCHED);
  }

  @Test
  void theSameDataGiveTheSameAnswer() {
    assertThat(fitted(NILE, Structure.level())).isEqualTo(fitted(NILE, Structure.level()));
  }

  @Test
  void whatCannotBeFittedIsRefused() {
    refused(NILE.map(_ -> 3), Structure.level(), Reason.CONSTANT, "the same in every period");
    refused(NILE.map(_ -> Double.NaN), Structure.level(), Reason.ALL_MISSING, "100 periods");
    refused(
        NILE.slice(new Window(0, 19)), new Structure(12, List.of()), Reason.TOO_FEW, "at least 20");
    refused(NILE, new Structure(0, List.of()), Reason.OUT_OF_RANGE, "found 0");
    refused(NILE, with(Series.of(1, 2)), Reason.IRREGULAR_PERIODS, "of rain", "found 2");
    refused(NILE, with(NILE.map(_ -> 4)), Reason.COLLINEAR, "rain does not");
    refused(NILE.map(v -> 1e150 * v), Structure.level(), Reason.OUT_OF_RANGE, "1e100");
    refused(NILE, with(NILE), Reason.CONSTANT, "fits exactly");
  }

  private static Structure with(Series rain) {
    return new Structure(1, List.of(new Control("rain", rain)));
  }

  private static Structure beltsStructure() {
    Control petrol = new Control("petrol price", belts("PetrolPrice").map(Math::log));
    return new Structure(12, List.of(petrol, new Control("law", belts("law"))));
  }

  private static Series belts(String column) {
    return CsvFile.read("/r-datasets/seatbelts.csv").column(column);
  }

  private static StructuralFit fitted(Series values, Structure structure) {
    return Structural.fit(values, structure, .95).result().orElseThrow();
  }

  private static void refused(Series values, Structure structure, Reason reason, String... texts) {
    Answer<StructuralFit> answer = Structural.fit(values, structure, .95);
    assertThat(answer.refusal().orElseThrow().reason()).isEqualTo(reason);
    assertThat(answer.refusal().orElseThrow().text())
        .contains(texts)
        .startsWith("Expected")
        .endsWith(".");
  }
}
