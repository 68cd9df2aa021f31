package outturn.evidence.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import outturn.evidence.score.Brier;
import outturn.evidence.score.Reliability;
import outturn.evidence.score.Resolved;
import outturn.evidence.score.Resolved.Result;
import outturn.evidence.xmr.Direction;

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

  /// Whether the last period ahead is above the last known value, on the same half, with Theta. A
  /// row of the table has a standard error of at most 5 points. The chances of a rise are too timid
  /// by up to 12 points: most series of M3 rise, and Theta takes half of a trend.
  @Test
  void aChanceIsAboutAsOftenRightAsItSays() throws IOException {
    List<Resolved> chances = new ArrayList<>();
    for (M3Series series : half("MONTHLY", 1)) {
      double target = series.known().value(series.known().size() - 1);
      ForecastOptions options =
          ForecastOptions.of(series.horizon(), series.cycle()).with(Method.THETA);
      double chance =
          Forecasts.of(series.known(), options)
              .result()
              .orElseThrow()
              .outlook()
              .chance(target, Direction.HIGHER_IS_BETTER);
      boolean reached = series.came().value(series.horizon() - 1) >= target;
      chances.add(new Resolved(chance, reached ? Result.REACHED : Result.MISSED));
    }
    Brier brier = Brier.of(chances).result().orElseThrow();
    System.out.printf("Chances: Brier score %.3f, skill %.3f%n", brier.score(), brier.skill());
    assertThat(brier.skill()).isGreaterThan(.15);
    for (Reliability.Row row : Reliability.table(chances, 5).result().orElseThrow()) {
      System.out.println(row);
      assertThat(row.reached()).isCloseTo(row.chance(), within(.15));
    }
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
