package outturn.evidence.its;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.its.model.Control;
import outturn.evidence.its.model.Errors;
import outturn.evidence.its.model.Harmonics;
import outturn.evidence.its.model.Intervention;
import outturn.evidence.its.model.ItsModel;
import outturn.evidence.its.model.Reading;
import outturn.evidence.its.model.Response;
import outturn.evidence.its.model.Scale;
import outturn.evidence.its.model.Shape;
import outturn.evidence.regression.Dispersion;
import outturn.evidence.regression.SmallSample;
import outturn.evidence.series.Series;

class AnyInputTest {
  private static final int TRIALS = Integer.getInteger("outturn.trials", 400);

  @Test
  void anyInputIsAnsweredWithNumbersOrRefused() {
    int found = 0;
    for (int seed = 0; seed < TRIALS; seed++) {
      Random random = new Random(seed);
      Series values = values(random);
      ItsModel model = model(random, values.size());
      switch (Its.analyse(values, model)) {
        case Answer.Refused<ItsResult>(var why) ->
            assertThat(why.text()).as("seed %d", seed).startsWith("Expected").endsWith(".");
        case Answer.Found<ItsResult>(var result) -> {
          found++;
          assertThat(isFinite(result.effects().step())).as("seed %d", seed).isTrue();
          assertThat(isFinite(result.effects().cumulative())).as("seed %d", seed).isTrue();
        }
      }
    }
    assertThat(found).isGreaterThan(TRIALS / 20);
  }

  private static boolean isFinite(Estimate estimate) {
    return Double.isFinite(estimate.value())
        && estimate.standardError() >= 0
        && Double.isFinite(estimate.interval().width())
        && estimate.p().orElseThrow() >= 0;
  }

  private static Series values(Random random) {
    int size = random.nextInt(70);
    double scale = Math.pow(10, random.nextInt(-120, 120) / (random.nextInt(40) + 1.0));
    int kind = random.nextInt(7);
    return Series.of(
        IntStream.range(0, size)
            .mapToDouble(i ->
                switch (kind) {
                  case 0 -> scale * random.nextGaussian();
                  case 1 -> random.nextInt(10);
                  case 2 -> Math.exp(random.nextGaussian()) * scale;
                  case 3 -> random.nextInt(20) == 0 ? 1 : 0;
                  case 4 -> random.nextInt(4) == 0 ? Double.NaN : random.nextInt(1000);
                  case 5 -> scale + random.nextGaussian() * 1e-3;
                  default -> i * scale;
                })
            .toArray());
  }

  private static ItsModel model(Random random, int size) {
    Shape[] shapes = Shape.values();
    ItsModel model =
        ItsModel.of(
                new Intervention(random.nextInt(-1, size + 2), Math.max(0, random.nextInt(-8, 4))))
            .with(shapes[random.nextInt(shapes.length)])
            .with(new Reading(random.nextInt(20) == 0 ? 2 : .9, random.nextLong()));
    if (random.nextInt(4) == 0) {
      model = model.with(new Harmonics(random.nextInt(14), random.nextInt(4)));
    }
    if (random.nextInt(4) == 0) {
      model = model.with(new Control("other", random.nextInt(9) == 0 ? Series.of(1) : like(size)));
    }
    return model.with(response(random, size));
  }

  private static Series like(int size) {
    Random random = new Random(size);
    return Series.of(IntStream.range(0, size).mapToDouble(_ -> random.nextInt(5)).toArray());
  }

  private static Response response(Random random, int size) {
    Scale scale = random.nextInt(3) == 0 ? Scale.LOG : Scale.NATURAL;
    return switch (random.nextInt(6)) {
      case 0 -> new Response.Counts(Dispersion.POISSON, null);
      case 1 -> new Response.Counts(Dispersion.QUASI_POISSON, like(size));
      case 2 -> new Response.Amounts(scale, new Errors.RemlAr1(99));
      case 3 -> new Response.Amounts(scale, new Errors.NeweyWest(2, SmallSample.ADJUSTED));
      case 4 -> new Response.Amounts(scale, new Errors.PraisWinsten());
      default -> new Response.Amounts(scale, new Errors.RemlAr1(random.nextInt(3)));
    };
  }
}
