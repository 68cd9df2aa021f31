package outturn.evidence.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outturn.evidence.estimate.Answer;
import outturn.evidence.series.Series;
import outturn.evidence.xmr.Direction;

class AnyInputTest {
  private static final int TRIALS = Integer.getInteger("outturn.trials", 600);

  @Test
  void anyInputIsAnsweredWithNumbersOrRefused() {
    int found = 0;
    for (int seed = 0; seed < TRIALS; seed++) {
      Random random = new Random(seed);
      Series values = series(random, random.nextInt(60));
      Method[] all = Method.values();
      List<Method> methods =
          random.nextBoolean()
              ? ForecastOptions.AUTOMATIC
              : List.of(all[random.nextInt(all.length)]);
      ForecastOptions options =
          new ForecastOptions(
              random.nextInt(-1, 20), random.nextInt(14), random.nextDouble(), methods);
      switch (Forecasts.of(values, options)) {
        case Answer.Refused<Forecast>(var why) ->
            assertThat(why.text()).as("seed %d", seed).startsWith("Expected").endsWith(".");
        case Answer.Found<Forecast>(var forecast) -> {
          found++;
          for (Step step : forecast.steps()) {
            assertThat(step.interval().width()).as("seed %d", seed).isFinite();
            assertThat(step.interval().contains(step.point())).as("seed %d", seed).isTrue();
          }
          double chance = forecast.outlook().chance(random.nextInt(9), Direction.LOWER_IS_BETTER);
          assertThat(chance).as("seed %d", seed).isBetween(0.0, 1.0);
        }
      }
    }
    assertThat(found).isGreaterThan(TRIALS / 3);
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
                  case 2 -> random.nextInt(3) == 0 ? Double.NaN : random.nextInt(100);
                  case 3 -> scale + random.nextGaussian() * 1e-3;
                  case 4 -> Math.pow(10, random.nextInt(-99, 99));
                  default -> i * scale;
                })
            .toArray());
  }
}
