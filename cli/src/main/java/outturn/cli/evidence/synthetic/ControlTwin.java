package outturn.cli.evidence.synthetic;

import java.util.List;
import outturn.cli.evidence.GroundsReport;
import outturn.cli.evidence.ReportJson;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Figures;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Grounds;
import outturn.evidence.series.Series;
import outturn.evidence.synthetic.Placebo;
import outturn.evidence.synthetic.Rank;
import outturn.evidence.synthetic.SyntheticResult;
import outturn.evidence.synthetic.Weight;
import outturn.evidence.synthetic.WithoutDonor;
import tools.jackson.databind.node.ObjectNode;

/// A synthetic control, with its placebos.
record ControlTwin(SyntheticResult result) implements Twin {
  private static final String INDENT = "  ";

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
    squares(report.putObject("fit"), result.treated());
    var robustness = result.robustness();
    var ranks = report.putArray("ranks");
    for (var each : robustness.ranks()) {
      var node = ranks.addObject();
      ReportJson.number(node, "atMost", each.most());
      node.put("rank", each.rank()).put("of", each.of());
      ReportJson.number(node, "p", each.p());
    }
    var placebos = report.putArray("placebos");
    for (var each : robustness.placebos()) {
      var node = placebos.addObject().put("name", each.donor());
      ReportJson.number(node, "estimate", each.effect());
      squares(node, each);
    }
    var without = report.putArray("withoutDonors");
    for (var each : robustness.withoutDonors()) {
      ReportJson.number(without.addObject().put("name", each.donor()), "estimate", each.effect());
    }
    var fakes = report.putArray("fakeStarts");
    for (var each : robustness.fakeStarts()) {
      var node = fakes.addObject().put("period", study.panel().label(each.period()));
      ReportJson.number(node, "estimate", each.effect());
      ReportJson.number(node, "ratio", each.ratio());
    }
  }

  private static void squares(ObjectNode into, Placebo placebo) {
    ReportJson.number(into, "before", placebo.before());
    ReportJson.number(into, "after", placebo.after());
    ReportJson.number(into, "ratio", placebo.ratio());
  }

  @Override
  public void tell(Terminal terminal, Study study) {
    var table =
        new Table(
            Column.of("AMONG PLACEBOS"),
            Column.ofNumbers("RANK"),
            Column.ofNumbers("OF"),
            Column.ofNumbers("P"));
    for (var each : result.robustness().ranks()) {
      table.row(
          told(each),
          Integer.toString(each.rank()),
          Integer.toString(each.of()),
          GroundsReport.figure(each.p()));
    }
    table.print(terminal, INDENT);
    terminal.line("");
    var without = result.robustness().withoutDonors().stream().mapToDouble(WithoutDonor::effect);
    var range = without.summaryStatistics();
    terminal.paragraph(
        "Without one of the donors in turn the effect is between %s and %s."
            .formatted(GroundsReport.figure(range.getMin()), GroundsReport.figure(range.getMax())),
        INDENT);
    terminal.line("");
  }

  private static String told(Rank rank) {
    return Double.isInfinite(rank.most())
        ? "all"
        : "that fit at most %s times worse".formatted(Figures.brief(rank.most()));
  }
}
