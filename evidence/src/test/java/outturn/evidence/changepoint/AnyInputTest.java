package outturn.evidence.changepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outturn.evidence.estimate.Answer;
import outturn.evidence.series.Series;

class AnyInputTest {
  private static final int TRIALS = Integer.getInteger("outturn.trials", 300);

  @Test
  void anyInputIsAnsweredWithNumbersOrRefused() {
    int found = 0;
    for (int seed = 0; seed < TRIALS; seed++) {
      Random random = new Random(seed);
      Series values = series(random, random.nextInt(70));
      Least least =
          random.nextBoolean()
              ? new Least.Values(random.nextInt(-1, 9))
              : new Least.Share(random.nextDouble());
      Penalty penalty = random.nextBoolean() ? Penalty.INDEPENDENT : Penalty.AUTOCORRELATED;
      List<Integer> lags = random.ints(random.nextInt(4), -1, 14).boxed().toList();
      BreakModel model = new BreakModel(lags, least, random.nextInt(-1, 7), .9);
      found += check(seed, LevelChanges.analyse(values, new Partitioning(least, penalty)));
      found += check(seed, RegressionBreaks.analyse(values, model));
    }
    assertThat(found).isGreaterThan(TRIALS / 4);
  }

  private static int check(int seed, Answer<?> answer) {
    return switch (answer) {
      case Answer.Refused<?>(var why) -> {
        assertThat(why.text()).as("seed %d", seed).startsWith("Expected").endsWith(".");
        yield 0;
      }
      case Answer.Found<?>(LevelChangesResult result) -> {
        assertThat(result.cost()).as("seed %d", seed).isFinite();
        yield 1;
      }
      case Answer.Found<?>(BreaksResult result) -> {
        assertThat(result.candidates())
            .as("seed %d", seed)
            .allSatisfy(each -> assertThat(each.bic()).isFinite());
        assertThat(result.tests().supF().statistic()).as("seed %d", seed).isFinite();
        assertThat(result.tests().cusum().statistic()).as("seed %d", seed).isFinite();
        yield 1;
      }
      case Answer.Found<?>(Object other) -> throw new AssertionError(other);
    };
  }

  private static Series series(Random random, int size) {
    double scale = Math.pow(10, random.nextInt(-90, 90) / (random.nextInt(40) + 1.0));
    int kind = random.nextInt(6);
    return Series.of(
        IntStream.range(0, size)
            .mapToDouble(i ->
                switch (kind) {
                  case 0 -> scale * random.nextGaussian();
                  case 1 -> random.nextInt(3);
                  case 2 -> random.nextInt(8) == 0 ? Double.NaN : random.nextInt(100);
                  case 3 -> scale + random.nextGaussian() * 1e-3;
                  case 4 -> i < size / 2 ? scale : 0;
                  default -> i * scale;
                })
            .toArray());
  }
}
