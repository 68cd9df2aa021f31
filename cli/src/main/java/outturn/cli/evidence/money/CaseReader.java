package outturn.cli.evidence.money;

import java.util.List;
import outturn.cli.evidence.yaml.ThreePoints;
import outturn.definition.shape.Choices;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Key;
import outturn.definition.shape.Money;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Node;
import outturn.definition.text.Problems;
import outturn.evidence.money.Benefit;
import outturn.evidence.money.Benefit.Claim;
import outturn.evidence.money.Benefit.Worth;
import outturn.evidence.money.BusinessCase;
import outturn.evidence.money.Category;
import outturn.evidence.money.Cost;
import outturn.evidence.money.DiscountTable;
import outturn.evidence.money.OptimismBias;
import outturn.evidence.money.Prices;
import outturn.evidence.quantity.Pert;

/// Reads a business case from YAML; whatever is wrong is told with its place.
final class CaseReader {
  private static final Key<String> NAME = Key.required("name", Forms.text(), "What it is.");
  private static final Key<Category> CATEGORY =
      Key.required("category", Choices.of(Category.class), "What kind of benefit it is.");
  private static final Key<List<Double>> VOLUMES =
      Key.required("volumes", Groups.list(Forms.number()), "Units per year, from year 0.");
  private static final Key<List<Double>> CHANGE =
      Key.required("change", ThreePoints.form(), "Change per unit; more is better.");
  private static final Key<List<Double>> WORTH =
      Key.required("worth", ThreePoints.form(), "Money per unit of change.");
  private static final Key<List<Double>> REALISATION =
      Key.optional("realisation", ThreePoints.form(), "The part that becomes real, 0 to 1.");
  private static final Key<String> EFFECT =
      Key.optional("effect", Forms.text(), "Which measured effect it is a share of.");
  private static final Key<Double> SHARE =
      Key.optional("share", Forms.number(), "Its share of the effect, 0 to 1.");
  private static final Shape BENEFIT =
      new Shape("benefit", NAME, CATEGORY, VOLUMES, CHANGE, WORTH, REALISATION, EFFECT, SHARE);

  private static final Key<List<Double>> AMOUNT =
      Key.required("amount", ThreePoints.form(), "Money, drawn once for all years.");
  private static final Key<List<Double>> PHASING =
      Key.required("phasing", Groups.list(Forms.number()), "Times the amount, from year 0.");
  private static final Shape COST = new Shape("cost", NAME, AMOUNT, PHASING);

  private static final Key<Integer> PRICE_YEAR =
      Key.required("priceYear", Forms.whole(1900, 2200), "In whose prices.");
  private static final Key<List<Values>> BENEFITS =
      Key.optional("benefits", Groups.list(BENEFIT.form()), "What is gained.");
  private static final Key<List<Values>> COSTS =
      Key.optional("costs", Groups.list(COST.form()), "What is spent.");
  private static final Key<Double> CUT =
      Key.required("benefitCut", Forms.number(), "Taken off benefits for optimism, 0 to 1.");
  private static final Key<Double> UPLIFT =
      Key.required("costUplift", Forms.number(), "Added to costs for optimism, 0 or more.");
  private static final Shape CASE =
      new Shape("business case", Money.CURRENCY, PRICE_YEAR, CUT, UPLIFT, BENEFITS, COSTS);

  private final Problems problems;
  private final ThreePoints points;

  CaseReader(Problems problems) {
    this.problems = problems;
    this.points = new ThreePoints(problems);
  }

  /// A case that may be used if there are no problems.
  BusinessCase read(Node node, DiscountTable discount) {
    var form = CASE.form();
    return form.read(node, problems)
        .map(values -> read(values, discount))
        .orElseGet(() -> new BusinessCase(List.of(), List.of(), discount, OptimismBias.none()));
  }

  private BusinessCase read(Values values, DiscountTable discount) {
    var prices = new Prices(values.text(Money.CURRENCY), values.get(PRICE_YEAR, 1900));
    var optimism = OptimismBias.stated(values.get(CUT, 0.0), values.get(UPLIFT, 0.0));
    return new BusinessCase(
        values.list(BENEFITS).stream().map(each -> benefit(each, prices)).toList(),
        values.list(COSTS).stream().map(each -> cost(each, prices)).toList(),
        discount,
        points.told(optimism, values.position(CUT), OptimismBias.none()));
  }

  private Benefit benefit(Values values, Prices prices) {
    var name = values.text(NAME);
    var realisation = values.has(REALISATION) ? points.pert(values, REALISATION) : Pert.constant(1);
    return new Benefit(
        name,
        values.get(CATEGORY, Category.CASHABLE),
        values.list(VOLUMES),
        points.pert(values, CHANGE),
        new Worth(points.pert(values, WORTH), prices),
        new Claim(realisation, values.get(EFFECT, name), values.get(SHARE, 1.0)));
  }

  private Cost cost(Values values, Prices prices) {
    return new Cost(values.text(NAME), points.pert(values, AMOUNT), values.list(PHASING), prices);
  }
}
