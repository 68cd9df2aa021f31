package outturn.cli.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Random command lines of estimators, on `in.csv`.
final class EstimatorWords {
  private static final List<String> NUMBERS =
      List.of(
          "0", "1", "2", "5", "12", "30", "-1", "0.5", "0.9", "1e300", "1e999", "x", "99999999");
  private static final List<String> PERIODS =
      List.of("1983-02", "1983", "3", "13", "20", "-4", "soon", "", "2026-02-30");

  private final RandomGenerator random;
  private final List<String> words = new ArrayList<>();

  private EstimatorWords(RandomGenerator random) {
    this.random = random;
  }

  static List<String> any(RandomGenerator random) {
    var made = new EstimatorWords(random);
    made.add("evidence");
    switch (random.nextInt(9)) {
      case 0 -> made.power();
      case 1 -> made.survey();
      case 2 -> made.sequence();
      case 3 -> made.money();
      case 4 -> made.add("attainment", "in.csv", "--draws", made.one(NUMBERS));
      case 5 -> made.comparison();
      case 6 -> made.changePoint();
      default -> made.its();
    }
    if (random.nextBoolean()) made.add("--json");
    return made.words;
  }

  private void its() {
    add("its", "in.csv", "--value", "value", "--intervention", one(PERIODS));
    maybe("--date", List.of("date", "value", "x"));
    maybe("--transition", NUMBERS);
    maybe("--harmonics", NUMBERS);
    maybe("--cycle", NUMBERS);
    maybe("--controls", List.of("value", "date", "more", ""));
    maybe("--seed", NUMBERS);
    maybe("--exposure", List.of("value", "date"));
    maybe("--family", List.of("gaussian", "poisson", "quasipoisson", "gamma"));
    maybe("--errors", List.of("reml", "ols", "newey-west:2", "newey-west:9999", "prais-winsten"));
    if (random.nextInt(4) == 0) add("--log");
    if (random.nextInt(4) == 0) add("--slope");
    maybe("--level", NUMBERS);
    maybe("--svg", List.of("out.svg"));
  }

  private void changePoint() {
    add("changepoint", "in.csv", "--value", "value");
    maybe("--date", List.of("date", "value", "x"));
    maybe("--method", List.of("pelt", "regression", "regression", "none"));
    maybe("--lags", List.of("1", "1,2", "0", "12", "1,1", "x"));
    maybe("--minimum", NUMBERS);
    maybe("--max-breaks", NUMBERS);
    maybe("--level", NUMBERS);
    maybe("--svg", List.of("out.svg"));
    if (random.nextInt(4) == 0) add("--log");
  }

  private void power() {
    add("power", "--before", one(NUMBERS), "--after", one(NUMBERS));
    add("--replications", one(List.of("100", "0", "-1", "99999999", "x")));
    maybe("--sd", NUMBERS);
    maybe("--autocorrelation", NUMBERS);
    maybe("--effect", NUMBERS);
    maybe("--power", NUMBERS);
    maybe("--harmonics", NUMBERS);
    maybe("--cycle", NUMBERS);
    maybe("--errors", List.of("reml", "ols", "newey-west:1", "prais-winsten"));
    maybe("--seed", NUMBERS);
    if (random.nextBoolean()) add("--slope");
    maybe("--level", NUMBERS);
    maybe("--svg", List.of("out.svg"));
  }

  private void survey() {
    switch (random.nextInt(7)) {
      case 0 -> add("survey", "proportion", "--successes", one(NUMBERS), "--trials", one(NUMBERS));
      case 1 -> add("survey", "proportion", "in.csv", "--value", "value", "--from", one(NUMBERS));
      case 2 -> {
        add("survey", "difference", "--successes", one(NUMBERS) + "," + one(NUMBERS));
        add("--trials", one(NUMBERS) + "," + one(NUMBERS));
      }
      case 3 -> add("survey", one(List.of("nps", "difference")), "in.csv", "--value", "value");
      case 4 -> {
        add("survey", "nps", "--promoters", one(NUMBERS), "--passives", one(NUMBERS));
        add("--detractors", one(NUMBERS));
      }
      case 5 -> add("survey", "mean", "in.csv", "--value", "value");
      default -> add("survey", "umux-lite", "in.csv", "--items", "value,value");
    }
    maybe("--population", NUMBERS);
    maybe("--by", List.of("date", "value"));
    maybe("--level", NUMBERS);
    maybe("--svg", List.of("out.svg"));
  }

  private void sequence() {
    switch (random.nextInt(3)) {
      case 0 -> add("sequence", "share", "--successes", one(NUMBERS), "--trials", one(NUMBERS));
      case 1 -> add("sequence", "mean", "in.csv", "--value", "value");
      default -> add("sequence", "difference", "in.csv", "--first", "value", "--second", "date");
    }
    add("--planned", one(NUMBERS));
    maybe("--level", NUMBERS);
    maybe("--svg", List.of("out.svg"));
  }

  private void money() {
    add("money", "in.csv");
    maybe("--rates", List.of("in.csv"));
    maybe("--draws", NUMBERS);
    maybe("--seed", NUMBERS);
    maybe("--valid-on", PERIODS);
    maybe("--svg", List.of("out.svg"));
  }

  private void comparison() {
    var columns = List.of("value", "date", "more");
    add(one(List.of("did", "synthetic")), "in.csv", "--unit", one(columns), "--time", "date");
    add("--value", one(columns), "--treated", one(NUMBERS), "--from", one(PERIODS));
    maybe("--draws", NUMBERS);
    maybe("--ridge", NUMBERS);
    maybe("--start", columns);
    maybe("--method", List.of("sc", "sdid", "did"));
    maybe("--level", NUMBERS);
  }

  private void maybe(String option, List<String> values) {
    if (random.nextInt(4) == 0) add(option, one(values));
  }

  private void add(String... more) {
    words.addAll(List.of(more));
  }

  private String one(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
