package outturn.evidence.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Warning;
import outturn.evidence.series.CsvFile;
import outturn.evidence.series.ReferenceValues;
import outturn.evidence.series.ReferenceValues.Expected;
import outturn.evidence.series.Series;

class WeightingTest {
  private static final CsvFile SCHOOLS = CsvFile.read("/r-datasets/apisrs.csv");
  private static final Series API = SCHOOLS.column("api00");
  private static final Margin TYPES =
      new Margin(
          "stype",
          SCHOOLS.rows().stream().map(row -> row.get(1)).toList(),
          Map.of("E", 4421.0, "H", 755.0, "M", 1018.0));

  private static final List<String> SITES = cells("aaaaabbbbbbb");
  private static final List<String> JOBS = cells("xxxyyxyyyyxy");
  private static final Margin BY_SITE = new Margin("site", SITES, Map.of("a", 60.0, "b", 40.0));
  private static final Margin BY_JOB = new Margin("job", JOBS, Map.of("x", 55.0, "y", 45.0));

  @Test
  void schoolsOfCaliforniaGiveTheMeansAndErrorsOfTheSurveyPackage() {
    Estimate plain = mean(API, new Population(6194));
    Estimate unlimited = mean(API, Population.large());
    Estimate weighted = byTypes().weighted().estimate();
    Map<String, Double> ours =
        Map.of(
            "srs_fpc.mean", plain.value(),
            "srs_fpc.se", plain.standardError(),
            "srs_nofpc.se", unlimited.standardError(),
            "srs_poststrat_stype.mean", weighted.value(),
            "srs_poststrat_stype.se", weighted.standardError());
    Map<String, Expected> expected = ReferenceValues.of("survey.api").byKey();
    assertThat(ours.keySet()).isEqualTo(expected.keySet());
    // The means of the file are rounded to two decimals, so its tolerance holds only of the errors;
    // more digits of the same in oracle/survey.R.
    expected.forEach((key, value) ->
        assertThat(ours.get(key))
            .as(key)
            .isCloseTo(value.value(), within(key.endsWith("mean") ? .00501 : value.tolerance())));
    assertThat(plain.value()).isCloseTo(656.585, within(1e-9));
    assertThat(weighted.value()).isCloseTo(656.781580953, within(1e-8));
    assertThat(weighted.standardError()).isCloseTo(9.156538162, within(1e-8));
  }

  @Test
  void theUnweightedMeanStandsBesideTheWeighted() {
    Weighted mean = byTypes();
    assertThat(mean.unweighted().estimate()).isEqualTo(mean(API, Population.large()));
    assertThat(mean.weighted().grounds().method()).isEqualTo("mean-student-t-poststratified");
    assertThat(mean.weighted().grounds().n()).isEqualTo(200);
    assertThat(mean.weighted().grounds().assumptions()).hasSize(1);
  }

  @Test
  void rakingMeetsBothMargins() {
    Weights weights = weights(Weighting.byRaking(List.of(BY_SITE, BY_JOB)));
    // oracle/survey.R
    assertThat(weights.value(0)).isCloseTo(13.547577130, within(1e-4));
    assertThat(weights.value(3)).isCloseTo(9.678634306, within(1e-4));
    assertThat(weights.value(5)).isCloseTo(7.178634306, within(1e-4));
    assertThat(weights.value(6)).isCloseTo(5.128546278, within(1e-4));
    assertThat(weights.method()).isEqualTo("raked");
    assertThat(weights.trimmed()).isZero();
  }

  @Test
  void theEffectiveNumberTakesThePlaceOfTheNumber() {
    Weights weights = weights(Weighting.byRaking(List.of(BY_SITE, BY_JOB)));
    double squares =
        IntStream.range(0, 12).mapToDouble(weights::value).map(weight -> weight * weight).sum();
    assertThat(weights.effectiveSize()).isCloseTo(10_000 / squares, within(1e-6));
    Weighted share =
        Weighted.share(Series.of(1, 1, 1, 1, 0, 0, 0, 0, 1, 0, 0, 1), weights, .95)
            .result()
            .orElseThrow();
    double weighted = share.weighted().estimate().value();
    assertThat(weighted).isCloseTo((3 * 13.547577 + 9.678634 + 2 * 5.128546) / 100, within(1e-5));
    assertThat(share.weighted().estimate().interval())
        .isEqualTo(Wilson.interval(weighted, weights.effectiveSize(), .95));
    assertThat(share.unweighted().estimate().value()).isEqualTo(.5);
  }

  @Test
  void extremeWeightsAreTrimmedAndAWarningSaysSo() {
    List<String> sites =
        Stream.concat(Collections.nCopies(10, "a").stream(), Collections.nCopies(90, "b").stream())
            .toList();
    Margin uneven = new Margin("site", sites, Map.of("a", 800.0, "b", 200.0));
    Weights weights = weights(Weighting.byCells(uneven));
    assertThat(weights.trimmed()).isEqualTo(100);
    assertThat(weights.value(0) / weights.value(99)).isCloseTo(10, within(1e-9));
    assertThat(IntStream.range(0, 100).mapToDouble(weights::value).sum())
        .isCloseTo(1000, within(1e-9));
    double[] scores = IntStream.range(0, 100).mapToDouble(i -> i % 5).toArray();
    Weighted mean = Weighted.mean(Series.of(scores), weights, .95).result().orElseThrow();
    assertThat(mean.weighted().grounds().warnings())
        .extracting(Warning::name)
        .containsExactly("trimmed-weights");
  }

  @Test
  void smallCellsAreToBeRaked() {
    assertThat(Weighting.byCells(BY_SITE).refusal().orElseThrow().text())
        .contains("Cell a of site has 5 respondents")
        .contains("rake on margins");
  }

  @Test
  void marginsThatDoNotFitAreRefused() {
    Margin other = new Margin("job", JOBS, Map.of("x", 55.0, "y", 46.0));
    Margin unknown = new Margin("job", JOBS, Map.of("x", 100.0));
    Margin unheard = new Margin("job", JOBS, Map.of("x", 50.0, "y", 40.0, "z", 10.0));
    Margin empty = new Margin("job", JOBS, Map.of("x", 100.0, "y", 0.0));
    Margin shorter = new Margin("job", JOBS.subList(0, 11), Map.of("x", 55.0, "y", 45.0));
    Margin shares = new Margin("job", JOBS, Map.of("x", .55, "y", .45));
    assertThat(Weighting.byCells(shares).refusal().orElseThrow().text()).contains("not shares");
    Margin nobody = new Margin("job", List.of(), Map.of());
    for (Margin margin : List.of(other, unknown, unheard, empty, shorter, nobody)) {
      assertThat(Weighting.byRaking(List.of(BY_SITE, margin)).refusal()).isPresent();
    }
    assertThat(Weighting.byRaking(List.of()).refusal()).isPresent();
    assertThat(Weighting.byRaking(Collections.nCopies(4, BY_SITE)).refusal()).isPresent();
  }

  @Test
  void marginsThatContradictTheSampleDoNotConverge() {
    Margin first = new Margin("a", cells("xxyy"), Map.of("x", 50.0, "y", 50.0));
    Margin second = new Margin("b", cells("ppqq"), Map.of("p", 70.0, "q", 30.0));
    assertThat(Weighting.byRaking(List.of(first, second)).refusal().orElseThrow().reason())
        .isEqualTo(Reason.NO_CONVERGENCE);
  }

  @Test
  void valuesThatDoNotFitTheWeightsAreRefused() {
    Weights weights = weights(Weighting.byRaking(List.of(BY_SITE)));
    double[] gap = new double[12];
    gap[3] = Double.NaN;
    double[] two = new double[12];
    two[3] = 2;
    assertThat(Weighted.mean(Series.of(1, 2), weights, .95).refusal()).isPresent();
    assertThat(Weighted.mean(Series.of(gap), weights, .95).refusal()).isPresent();
    assertThat(Weighted.mean(Series.of(two), weights, 5).refusal()).isPresent();
    assertThat(Weighted.share(Series.of(two), weights, .95).refusal()).isPresent();
  }

  private static Weighted byTypes() {
    return Weighted.mean(API, weights(Weighting.byCells(TYPES)), .95).result().orElseThrow();
  }

  private static Estimate mean(Series scores, Population population) {
    return MeanScore.of(scores, population, .95).result().orElseThrow().estimate();
  }

  private static Weights weights(Answer<Weights> answer) {
    return answer.result().orElseThrow();
  }

  private static List<String> cells(String letters) {
    return Arrays.asList(letters.split(""));
  }
}
