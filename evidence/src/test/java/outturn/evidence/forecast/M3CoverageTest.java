package outturn.evidence.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// What the intervals are worth, on series that nobody made up.
///
/// The rule of [Misses] (which quantile, what to do where misses are few, and that farther is never
/// nearer) and the 5 % of [Choice] were chosen among nine and six on the monthly series at even
/// places of the file, counted from 0. The test asserts on the others, which played no part.
class M3CoverageTest {
  private static final List<Method> SINGLE =
      List.of(Method.NAIVE2, Method.SES, Method.HOLT, Method.DAMPED, Method.THETA, Method.ETS);

  @Test
  void intervalsOf95PercentCover93To97PercentOfTheMonthlySeries() throws IOException {
    M3Coverage coverage = M3Coverage.of(half("MONTHLY", 1), ForecastOptions.AUTOMATIC, .95);

    System.out.println(coverage.row("automatic, 714 monthly series"));
    // The standard error between series is 0.6 points.
    assertThat(coverage.error()).isLessThan(.007);
    assertThat(coverage.conformal()).isBetween(.93, .97);
    // The models alone are too sure of themselves, which is why they are not believed.
    assertThat(coverage.model()).isLessThan(.93);
  }

  /// The tables of docs/evidence.md; takes a minute or two: `mvn -pl evidence test
  /// -Dtest=M3CoverageTest -Doutturn.coverage=true`
  @Test
  @EnabledIfSystemProperty(named = "outturn.coverage", matches = "true")
  void theTablesOfTheDocumentation() throws IOException {
    for (double level : new double[] {.8, .95}) {
      System.out.println("\nMONTHLY, at odd places, level " + level);
      for (Method method : SINGLE) {
        System.out.println(
            M3Coverage.of(half("MONTHLY", 1), List.of(method), level).row(method.word()));
      }
      for (int place = 0; place < 2; place++) {
        System.out.println(
            M3Coverage.of(half("MONTHLY", place), ForecastOptions.AUTOMATIC, level)
                .row("automatic at places " + place));
      }
      for (String frequency : List.of("MONTHLY", "QUARTERLY", "YEARLY", "OTHER")) {
        System.out.println(
            M3Coverage.of(M3Series.of(frequency), ForecastOptions.AUTOMATIC, level).row(frequency));
      }
    }
  }

  private static List<M3Series> half(String frequency, int place) throws IOException {
    List<M3Series> all = M3Series.of(frequency);
    return IntStream.range(0, all.size()).filter(i -> i % 2 == place).mapToObj(all::get).toList();
  }
}
