package outturn.evidence.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import outturn.evidence.did.Did;
import outturn.evidence.did.Resampling;
import outturn.evidence.panel.Panel;
import outturn.evidence.panel.Panels;
import outturn.evidence.series.ReferenceValues;
import outturn.evidence.weights.Ridge;
import outturn.evidence.weights.Search;

/// Proposition 99 of California, which the literature uses to compare methods.
class Prop99Test {
  @Test
  void allReferenceValuesHold() throws IOException {
    Panel panel = Panels.california();
    SyntheticResult exact = result(panel, Search.EXACT);
    SyntheticResult steps = result(panel, Search.FRANK_WOLFE);
    Map<String, Double> ours = new HashMap<>();
    ours.put("sc_no_intercept.att", steps.effect().value());
    ours.put(
        "did.att", Did.analyse(panel, Resampling.DEFAULT).result().orElseThrow().effect().value());
    ours.put("sc_outcomes_only_exact_qp.preMSPE", exact.treated().before());
    ours.put("sc_outcomes_only_exact_qp.att", exact.effect().value());
    ours.put("sc_outcomes_only_exact_qp.gap2000", exact.gaps().value(30));
    exact.weights().stream()
        .limit(4)
        .forEach(w -> ours.put("sc_outcomes_only.w." + w.donor(), w.share()));
    ReferenceValues.of("prop99").hold(ours);
  }

  @Test
  void californiaIsOnlyThirdAmongItsPlacebos() throws IOException {
    // Rank and ratio of the specification of this product, from another program.
    SyntheticResult exact = result(Panels.california(), Search.EXACT);
    assertThat(exact.treated().ratio()).isCloseTo(154.8, within(.1));
    assertThat(exact.robustness().ranks().getFirst())
        .isEqualTo(new Rank(Double.POSITIVE_INFINITY, 3, 39));
  }

  private static SyntheticResult result(Panel panel, Search search) {
    return Synthetic.analyse(panel, new SyntheticOptions(search, Ridge.SMALL, .95))
        .result()
        .orElseThrow();
  }
}
