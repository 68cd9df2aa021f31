package outturn.cli.evidence.reference;

import java.util.List;
import java.util.Map;
import outturn.cli.csv.Numbers;
import outturn.evidence.its.model.Control;
import outturn.evidence.series.Series;
import outturn.evidence.structural.Structural;
import outturn.evidence.structural.StructuralFit;
import outturn.evidence.structural.Structure;

/// Structural time series by maximum likelihood: the Nile, and the law on seat belts.
final class StructuralValues {
  private static final int MONTHS = 12;

  private StructuralValues() {}

  static Map<String, Double> nile() {
    var volume = Series.of(Numbers.of(ReferenceData.own("nile.csv"), "volume"));
    var fit = fit(volume, Structure.level());
    return Map.of(
        "StructTS.var_level", fit.variances().level(),
        "StructTS.var_eps", fit.variances().noise(),
        "forecast1971.mean", fit.next().mean(),
        "forecast1971.sd", fit.next().standardDeviation(),
        "approx_diffuse.loglik", fit.likelihood().conditional());
  }

  static Map<String, Double> belts() {
    var petrol = new Control("petrol price", ItsValues.column("PetrolPrice").map(Math::log));
    var law = new Control("law", ItsValues.column("law"));
    var fit =
        fit(
            ItsValues.column("drivers").map(Math::log),
            new Structure(MONTHS, List.of(petrol, law)));
    return Map.of(
        "ucm.beta_log_petrol", fit.coefficients().get(0).value(),
        "ucm.beta_law", fit.coefficients().get(1).value(),
        "ucm.se_law", fit.coefficients().get(1).standardError(),
        "ucm.loglik", fit.likelihood().diffuse());
  }

  private static StructuralFit fit(Series values, Structure structure) {
    return Structural.fit(values, structure, .95).result().orElseThrow();
  }
}
