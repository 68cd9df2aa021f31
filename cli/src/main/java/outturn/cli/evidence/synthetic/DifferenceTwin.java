package outturn.cli.evidence.synthetic;

import java.util.List;
import java.util.stream.Collectors;
import outturn.cli.evidence.GroundsReport;
import outturn.cli.evidence.ReportJson;
import outturn.cli.terminal.Terminal;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Grounds;
import outturn.evidence.sdid.SdidResult;
import outturn.evidence.series.Series;
import outturn.evidence.synthetic.Weight;
import tools.jackson.databind.node.ObjectNode;

/// A synthetic difference in differences, with its placebos.
record DifferenceTwin(SdidResult result) implements Twin {
  @Override
  public Estimate effect() {
    return result.effect();
  }

  @Override
  public Grounds grounds() {
    return result.grounds();
  }

  @Override
  public List<Weight> weights() {
    return result.weights();
  }

  @Override
  public Series path() {
    return result.synthetic();
  }

  @Override
  public void addTo(ObjectNode report, Study study) {
    var periods = report.putArray("periodWeights");
    for (var each : result.periods()) {
      ReportJson.number(
          periods.addObject().put("period", study.panel().label(each.period())),
          "share",
          each.share());
    }
    var placebos = report.putArray("placebos");
    for (var each : result.placebos()) {
      ReportJson.number(
          placebos.addObject().put("name", String.join(", ", each.units())),
          "estimate",
          each.effect());
    }
    var fakes = report.putArray("fakeStarts");
    for (var each : result.fakeStarts()) {
      ReportJson.number(
          fakes.addObject().put("period", study.panel().label(each.period())),
          "estimate",
          each.effect());
    }
  }

  @Override
  public void tell(Terminal terminal, Study study) {
    var periods =
        result.periods().stream()
            .map(each ->
                "%s %s"
                    .formatted(
                        study.panel().label(each.period()), GroundsReport.percent(each.share())))
            .collect(Collectors.joining(", "));
    terminal.paragraph("Compared with the periods before: %s.".formatted(periods), "  ");
    terminal.line("");
  }
}
