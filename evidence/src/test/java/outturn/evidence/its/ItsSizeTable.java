package outturn.evidence.its;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import outturn.evidence.its.Simulation.Shares;
import outturn.evidence.its.model.Errors;
import outturn.evidence.its.model.Intervention;
import outturn.evidence.its.model.ItsModel;
import outturn.evidence.its.model.Shape;

/// Prints size, power and coverage of every method as Markdown; takes minutes, so only with
/// `-Dtest=ItsSizeTable -Doutturn.sizes=REPLICATIONS`.
class ItsSizeTable {
  private static final int[][] LENGTHS = {{12, 12}, {24, 12}, {48, 24}};
  private static final double[] CORRELATIONS = {0, .4, .7, .9};

  @Test
  @EnabledIfSystemProperty(named = "outturn.sizes", matches = "\\d+")
  void sizeAndPowerOfEveryMethod() {
    int replications = Integer.getInteger("outturn.sizes");
    System.out.printf(
        "%d replications; a share of .05 has a Monte Carlo error of %.3f, coverage one of %.3f.%n%n",
        replications, Math.sqrt(.05 * .95 / replications), Math.sqrt(.05 * .95 * 4 / replications));
    for (Shape shape : new Shape[] {Shape.TREND_AND_STEP, Shape.TREND_STEP_AND_SLOPE}) {
      System.out.println(
          "| "
              + shape
              + " | AR | method | size step | size average | power step of 2 SD"
              + " | power average | coverage |");
      System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
      for (int[] length : LENGTHS) {
        for (double r : CORRELATIONS) {
          rows(shape, length, r, replications);
        }
      }
      System.out.println();
    }
  }

  private static void rows(Shape shape, int[] length, double r, int replications) {
    int periods = length[0] + length[1];
    ItsModel model = ItsModel.of(Intervention.at(length[0])).with(shape);
    methods(periods)
        .forEach((name, errors) -> {
          ItsModel one = model.with(errors);
          Shares size = new Simulation(one, periods, r, 0, replications).declaredAndCovered();
          Shares power = new Simulation(one, periods, r, 2, replications).declared();
          System.out.printf(
              Locale.ROOT,
              "| %d+%d | %.1f | %s | %.3f | %.3f | %.3f | %.3f | %.3f |%n",
              length[0],
              length[1],
              r,
              name,
              size.step(),
              size.average(),
              power.step(),
              power.average(),
              size.covered());
        });
  }

  private static Map<String, Errors> methods(int periods) {
    int lag = Math.max(1, (int) (4 * Math.pow(periods / 100.0, 2 / 9.0)));
    Map<String, Errors> methods = new LinkedHashMap<>();
    methods.put("reml-ar1, bootstrap", Errors.standard());
    methods.put("reml-ar1, t(n_eff)", Examples.REML);
    methods.put("ols", Examples.OLS);
    methods.put("newey-west:" + lag + " adjusted", Examples.adjusted(lag));
    methods.put("prais-winsten", new Errors.PraisWinsten());
    return methods;
  }
}
