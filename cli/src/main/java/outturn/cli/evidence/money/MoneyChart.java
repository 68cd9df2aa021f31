package outturn.cli.evidence.money;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import outturn.charts.control.Caption;
import outturn.charts.waterfall.Step;
import outturn.charts.waterfall.Step.Kind;
import outturn.charts.waterfall.Step.Money;
import outturn.charts.waterfall.Waterfall;
import outturn.cli.evidence.GroundsReport;
import outturn.cli.evidence.ReportJson;
import outturn.evidence.money.Bar;
import outturn.evidence.money.Category;

/// What a business case is worth, as a waterfall. Benefits of more than one category are told apart
/// before costs are taken off.
final class MoneyChart {
  private MoneyChart() {}

  static Waterfall of(Worth worth) {
    var found = worth.found();
    var benefits = found.benefits();
    var money = money(benefits.keySet());
    var steps = new ArrayList<Step>();
    var standing = 0.0;
    for (var bar : found.waterfall()) {
      if (bar.step() == Bar.Step.COSTS) steps.addAll(parts(worth));
      var each = bar.step() == Bar.Step.COSTS ? Money.CASH : money;
      steps.add(
          new Step(word(bar.step()), Kind.CHANGE, each, standing, bar.change(), bar.standing()));
      standing = bar.standing().p50();
    }
    steps.add(Step.total("net present value", money, found.npv().spread()));
    var chance = GroundsReport.percent(found.positive().value());
    var caption = new Caption("Worth now", "The chance of a gain is %s.".formatted(chance));
    return new Waterfall(caption, "worth now, in " + worth.prices(), steps);
  }

  private static Money money(Set<Category> categories) {
    return EnumSet.of(Category.CASHABLE).containsAll(categories) ? Money.CASH : Money.NOT_CASH;
  }

  /// What remains of the benefits before costs, by category if there is more than one.
  private static List<Step> parts(Worth worth) {
    var benefits = worth.found().benefits();
    if (benefits.size() < 2) return List.of();
    return benefits.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each ->
            Step.total(
                "of which " + word(each.getKey()), money(Set.of(each.getKey())), each.getValue()))
        .toList();
  }

  private static String word(Enum<?> constant) {
    var word = ReportJson.word(constant);
    return constant instanceof Category ? word : word.replace('-', ' ');
  }
}
