package outturn.cli.evidence.reference;

import java.util.Map;
import outturn.cli.csv.Numbers;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Finding;
import outturn.evidence.estimate.Interval;
import outturn.evidence.series.Series;
import outturn.evidence.survey.Margin;
import outturn.evidence.survey.MeanScore;
import outturn.evidence.survey.NetCounts;
import outturn.evidence.survey.NetScore;
import outturn.evidence.survey.Newcombe;
import outturn.evidence.survey.Newcombe.Group;
import outturn.evidence.survey.Population;
import outturn.evidence.survey.Weighted;
import outturn.evidence.survey.Weighting;
import outturn.evidence.survey.Wilson;

/// Shares, net scores and weighted means of surveys.
final class SurveyValues {
  private static final double LEVEL = .95;
  private static final Population LARGE = Population.large();
  private static final int SCHOOLS = 6194;

  /// Schools of California: elementary, high, middle.
  private static final Map<String, Double> TYPES = Map.of("E", 4421.0, "H", 755.0, "M", 1018.0);

  private SurveyValues() {}

  static Map<String, Double> shares() {
    var difference = newcombe(new Group(56, 70), new Group(48, 80));
    var extreme = newcombe(new Group(10, 10), new Group(0, 20));
    return Map.ofEntries(
        Map.entry("wilson_81_263.lo", wilson(81, 263).lower()),
        Map.entry("wilson_81_263.hi", wilson(81, 263).upper()),
        Map.entry("wilson_15_148.lo", wilson(15, 148).lower()),
        Map.entry("wilson_15_148.hi", wilson(15, 148).upper()),
        Map.entry("wilson_0_20.lo", wilson(0, 20).lower()),
        Map.entry("wilson_0_20.hi", wilson(0, 20).upper()),
        Map.entry("wilson_1_29.lo", wilson(1, 29).lower()),
        Map.entry("wilson_1_29.hi", wilson(1, 29).upper()),
        Map.entry("newcombe_56_70_48_80.lo", difference.lower()),
        Map.entry("newcombe_56_70_48_80.hi", difference.upper()),
        Map.entry("newcombe_10_10_0_20.lo", extreme.lower()),
        Map.entry("newcombe_10_10_0_20.hi", extreme.upper()));
  }

  static Map<String, Double> netScores() {
    var many = netScore(new NetCounts(50, 30, 20));
    var few = netScore(new NetCounts(10, 5, 3));
    return Map.of(
        "nps_50_30_20.nps", many.plain().estimate().value(),
        "nps_50_30_20.se", many.plain().estimate().standardError(),
        "nps_10_5_3.nps", few.plain().estimate().value(),
        "nps_10_5_3.se", few.plain().estimate().standardError(),
        "nps_10_5_3.adjusted_nps", few.adjusted().estimate().value(),
        "nps_10_5_3.adjusted_se", few.adjusted().estimate().standardError());
  }

  static Map<String, Double> schools() {
    var file = ReferenceData.own("apisrs.csv");
    var scores = Series.of(Numbers.of(file, "api00"));
    var column = file.column("stype");
    var types = file.rows().stream().map(row -> row.cell(column)).toList();
    var weights = Weighting.byCells(new Margin("stype", types, TYPES)).result().orElseThrow();
    var plain = mean(scores, new Population(SCHOOLS));
    var weighted = Weighted.mean(scores, weights, LEVEL).result().orElseThrow().weighted();
    return Map.of(
        "srs_fpc.mean", plain.value(),
        "srs_fpc.se", plain.standardError(),
        "srs_nofpc.se", mean(scores, LARGE).standardError(),
        "srs_poststrat_stype.mean", weighted.estimate().value(),
        "srs_poststrat_stype.se", weighted.estimate().standardError());
  }

  private static NetScore netScore(NetCounts counts) {
    return NetScore.of(counts, LARGE, LEVEL).result().orElseThrow();
  }

  private static Estimate mean(Series scores, Population population) {
    return MeanScore.of(scores, population, LEVEL).result().orElseThrow().estimate();
  }

  private static Interval wilson(int counted, int answers) {
    return interval(Wilson.of(counted, answers, LARGE, LEVEL));
  }

  private static Interval newcombe(Group first, Group second) {
    return interval(Newcombe.difference(first, second, LEVEL));
  }

  private static Interval interval(Answer<Finding> answer) {
    return answer.result().orElseThrow().estimate().interval();
  }
}
