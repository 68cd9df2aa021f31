package outturn.cli.evidence.money;

import java.util.Map;
import outturn.cli.client.Json;
import outturn.cli.evidence.GroundsReport;
import outturn.cli.evidence.ReportJson;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Figures;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import outturn.evidence.money.Bar;
import outturn.evidence.money.BusinessCase;
import outturn.evidence.money.DiscountTable;
import outturn.evidence.money.NetWorth;
import outturn.evidence.quantity.Spread;
import tools.jackson.databind.node.ObjectNode;

/// What a business case is worth, as it is told.
record Worth(BusinessCase business, DiscountTable discount, NetWorth found) {

  ObjectNode json() {
    var report = ReportJson.of(found.grounds());
    report.put("prices", prices()).put("years", business.years());
    report.put("discount", discount.toString());
    ReportJson.number(report, "mean", found.npv().mean());
    report.set("netPresentValue", spread(found.npv().spread()));
    report.set("gain", ReportJson.of(found.positive()));
    var waterfall = report.putArray("waterfall");
    for (var bar : found.waterfall()) {
      var node = waterfall.addObject().put("name", ReportJson.word(bar.step()));
      node.set("change", spread(bar.change()));
      node.set("standing", spread(bar.standing()));
    }
    var benefits = report.putObject("benefits");
    found.benefits().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> benefits.set(ReportJson.word(each.getKey()), spread(each.getValue())));
    return report;
  }

  void tell(Terminal terminal) {
    var chance = found.positive();
    terminal.line(new Cell("Worth now, in " + prices(), Style.STRONG));
    terminal.paragraph(
        "The chance of a gain is %s (%s to %s by the simulation); years 0 to %d, discounted by %s."
            .formatted(
                GroundsReport.percent(chance.value()),
                GroundsReport.percent(chance.interval().lower()),
                GroundsReport.percent(chance.interval().upper()),
                business.years() - 1,
                discount),
        "");
    terminal.line("");
    var table =
        new Table(
            Column.of(""),
            Column.ofNumbers("P10"),
            Column.ofNumbers("P50"),
            Column.ofNumbers("P90"),
            Column.ofNumbers("THEN P50"));
    found.waterfall().forEach(bar -> row(table, bar));
    var net = found.npv().spread();
    table.row("net present value", money(net.p10()), money(net.p50()), money(net.p90()), "");
    table.print(terminal, "  ");
    terminal.line("");
    new GroundsReport(terminal).tell(found.grounds());
  }

  private static void row(Table table, Bar bar) {
    var name = ReportJson.word(bar.step()).replace('-', ' ');
    var change = bar.change();
    table.row(
        name,
        money(change.p10()),
        money(change.p50()),
        money(change.p90()),
        money(bar.standing().p50()));
  }

  private static String money(double amount) {
    return Figures.brief(Math.rint(amount));
  }

  String prices() {
    return (business.benefits().isEmpty()
            ? business.costs().getFirst().prices()
            : business.benefits().getFirst().worth().prices())
        .toString();
  }

  private static ObjectNode spread(Spread spread) {
    var node = Json.object();
    ReportJson.number(node, "p10", spread.p10());
    ReportJson.number(node, "p50", spread.p50());
    ReportJson.number(node, "p90", spread.p90());
    return node;
  }
}
