package outturn.cli.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import outturn.evidence.estimate.Assumption;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Grounds;
import outturn.evidence.estimate.Interval;
import outturn.evidence.estimate.Warning;

class ReportJsonTest {
  @Test
  void anEffectStandsUnderItsNameBesideItsGrounds() {
    var grounds =
        new Grounds(
            "reml-ar1",
            24,
            List.of(new Assumption("normal-residuals", Assumption.State.NOT_TESTABLE, "Few.")),
            List.of(new Warning("few-points", "Only 24.")),
            OptionalLong.of(7));
    var interval = new Interval(-2, -1, .95);
    var report = ReportJson.of(grounds);
    report.set("step", ReportJson.of(new Estimate(-1.5, .25, interval, OptionalDouble.of(.01))));

    assertThat(report)
        .hasToString(
            """
            {"method":"reml-ar1","n":24,\
            "assumptions":[{"name":"normal-residuals","state":"not-testable","text":"Few."}],\
            "warnings":[{"name":"few-points","text":"Only 24."}],"seed":7,\
            "step":{"estimate":-1.5,"standardError":0.25,"interval":[-2.0,-1.0],"level":0.95,"p":0.01}}\
            """);
  }

  @Test
  void whatIsNoNumberOrIsNotThereIsNull() {
    var grounds = new Grounds("m", 2, List.of(), List.of(), OptionalLong.empty());
    var endless = new Interval(Double.NEGATIVE_INFINITY, 1, .9);

    assertThat(ReportJson.of(grounds).get("seed").isNull()).isTrue();
    assertThat(ReportJson.of(new Estimate(Double.NaN, Double.NaN, endless, OptionalDouble.empty())))
        .hasToString(
            """
            {"estimate":null,"standardError":null,"interval":[null,1.0],"level":0.9,"p":null}\
            """);
  }
}
