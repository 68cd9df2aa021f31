package outturn.evidence.its;

import java.util.Random;
import java.util.stream.IntStream;
import outturn.evidence.estimate.Refusal;
import outturn.evidence.its.model.Control;
import outturn.evidence.its.model.Errors;
import outturn.evidence.its.model.Harmonics;
import outturn.evidence.its.model.Intervention;
import outturn.evidence.its.model.ItsModel;
import outturn.evidence.its.model.Response;
import outturn.evidence.its.model.Scale;
import outturn.evidence.its.model.Shape;
import outturn.evidence.regression.SmallSample;
import outturn.evidence.series.CsvFile;
import outturn.evidence.series.Series;

/// Data with known answers.
final class Examples {
  static final Errors OLS = new Errors.Ols();

  /// REML without bootstrap, for tests that are not about it.
  static final Errors REML = new Errors.RemlAr1(0);

  /// Yearly flow of the Nile 1871-1970; Cobb, Biometrika 65 (1978): less from 1899 on.
  static final Series NILE = CsvFile.read("/r-datasets/nile.csv").column("volume");

  static final ItsModel NILE_STEP = ItsModel.of(Intervention.at(28)).with(Shape.STEP);

  /// Car drivers killed or badly hurt in Great Britain 1969-1984; belts by law from February 1983.
  static final Series DRIVERS = belts("drivers");

  static final Series KILLED = belts("DriversKilled");
  static final Series KILOMETRES = belts("kms");

  static final ItsModel BELTS =
      ItsModel.of(Intervention.at(169))
          .with(new Harmonics(12, 2))
          .with(new Control("petrol price", belts("PetrolPrice").map(Math::log)))
          .with(new Response.Amounts(Scale.LOG, Errors.standard()));

  private Examples() {}

  private static Series belts(String column) {
    return CsvFile.read("/r-datasets/seatbelts.csv").column(column);
  }

  static Errors neweyWest(int lag) {
    return new Errors.NeweyWest(lag, SmallSample.NONE);
  }

  static Errors adjusted(int lag) {
    return new Errors.NeweyWest(lag, SmallSample.ADJUSTED);
  }

  static ItsResult analysed(Series values, ItsModel model) {
    return Its.analyse(values, model).result().orElseThrow();
  }

  static Refusal refused(Series values, ItsModel model) {
    return Its.analyse(values, model).refusal().orElseThrow();
  }

  /// The series with some periods missing.
  static Series without(Series values, int... periods) {
    double[] changed = values.toArray();
    IntStream.of(periods).forEach(period -> changed[period] = Double.NaN);
    return Series.of(changed);
  }

  /// Normal AR(1) noise of variance 1.
  static Series noise(int periods, double r, long seed) {
    Random random = new Random(seed);
    double[] noise = new double[periods];
    noise[0] = random.nextGaussian();
    for (int i = 1; i < periods; i++) {
      noise[i] = r * noise[i - 1] + Math.sqrt(1 - r * r) * random.nextGaussian();
    }
    return Series.of(noise);
  }
}
