package outturn.evidence.bsts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outturn.evidence.estimate.Answer;
import outturn.evidence.its.model.Control;
import outturn.evidence.its.model.Intervention;
import outturn.evidence.series.Series;

class AnyInputTest {
  private static final int TRIALS = Integer.getInteger("outturn.trials", 300);

  @Test
  void anyInputIsAnsweredWithNumbersOrRefused() {
    int found = 0;
    for (int seed = 0; seed < TRIALS; seed++) {
      Random random = new Random(seed);
      Series values = series(random, random.nextInt(50));
      Control[] controls =
          IntStream.range(0, Math.max(0, random.nextInt(-3, 6)))
              .mapToObj(j -> new Control("control " + j, series(random, values.size())))
              .toArray(Control[]::new);
      Intervention intervention = Intervention.at(random.nextInt(-1, values.size() + 2));
      BstsModel model =
          BstsModel.of(intervention, controls)
              .withSeason(random.nextInt(5) == 0 ? random.nextInt(9) : 1)
              .with(new Sampling(100, .9, random.nextLong()));
      switch (Bsts.analyse(values, model)) {
        case Answer.Refused<BstsResult>(var why) ->
            assertThat(why.text()).as("seed %d", seed).startsWith("Expected").endsWith(".");
        case Answer.Found<BstsResult>(var result) -> {
          found++;
          assertThat(result.average().value()).as("seed %d", seed).isFinite();
          assertThat(result.average().interval().width()).as("seed %d", seed).isFinite();
        }
      }
    }
    assertThat(found).isGreaterThan(TRIALS / 20);
  }

  private static Series series(Random random, int size) {
    double scale = Math.pow(10, random.nextInt(-90, 90) / (random.nextInt(40) + 1.0));
    int kind = random.nextInt(5);
    return Series.of(
        IntStream.range(0, size)
            .mapToDouble(i ->
                switch (kind) {
                  case 0 -> scale * random.nextGaussian();
                  case 1 -> random.nextInt(3);
                  case 2 -> random.nextInt(8) == 0 ? Double.NaN : random.nextInt(100);
                  case 3 -> scale + random.nextGaussian() * 1e-3;
                  default -> i * scale;
                })
            .toArray());
  }
}
