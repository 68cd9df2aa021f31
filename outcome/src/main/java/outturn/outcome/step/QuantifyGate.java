package outturn.outcome.step;

import java.util.ArrayList;
import java.util.List;
import outturn.definition.outcome.Outcome.Category;
import outturn.outcome.claim.Overlap;
import outturn.outcome.position.Position;

/// Gate of the third step, as far as the definition and the data tell it: are there measures of the
/// business's own, a frozen before, a promised after, and is it written what will be tested?
final class QuantifyGate {
  private final Case about;

  private QuantifyGate(Case about) {
    this.about = about;
  }

  static Gate of(Case about) {
    var gate = new QuantifyGate(about);
    var checks = new ArrayList<Check>();
    checks.add(gate.ownMeasure());
    for (var position : about.position().measures()) {
      checks.addAll(new MeasureChecks(position).all());
      checks.addAll(new QualityChecks(position).all());
      checks.addAll(new BaselineChecks(about, position).all());
      checks.addAll(new TargetChecks(position).all());
    }
    checks.add(gate.worth());
    about.overlap().map(gate::shared).ifPresent(checks::add);
    checks.addAll(new PlanChecks(about).all());
    return new Gate(Step.QUANTIFY, checks);
  }

  private Check ownMeasure() {
    var own = OwnMeasures.of(about);
    if (!own.isEmpty()) {
      return Check.pass(
          "WAT-1", about.about(), "The business has a measure of its own: %s.".formatted(own(own)));
    }
    var todo =
        "Ask the business what it looks at, and give that measure an owner that is a group with is: business.";
    if (about.position().measures().isEmpty()) {
      return Check.fail("WAT-1", about.about(), "It has no measure.", todo);
    }
    boolean allOfIt =
        about.position().measures().stream()
            .allMatch(each -> OwnMeasures.side(about, each) == People.Side.IT);
    return Check.fail(
        "WAT-1",
        about.about(),
        allOfIt
            ? "IT owns all of its measures: they may be green while the business sees red."
            : "No group of the business owns one of its measures.",
        todo);
  }

  private static String own(List<Position> own) {
    return String.join(", ", own.stream().map(each -> each.measure().about().title()).toList());
  }

  private Check worth() {
    var value = about.outcome().appraisal().value();
    if (value.isEmpty()) {
      return Check.fail(
          "MON-1",
          about.about(),
          "It is not said what it is worth.",
          "Say under value: what one is worth, with low, likely and high; or that the benefit is qualitative.");
    }
    if (value.get().category() == Category.QUALITATIVE) {
      return Check.pass("MON-1", about.about(), "The benefit is declared qualitative.");
    }
    var each = value.get().each();
    return Check.pass(
        "MON-1",
        about.about(),
        "A %s is worth %s %s, from %s to %s."
            .formatted(
                each.what(),
                each.currency(),
                plain(each.likely()),
                plain(each.low()),
                plain(each.high())));
  }

  private Check shared(Overlap overlap) {
    return overlap.isShared()
        ? Check.pass("MON-2", about.about(), overlap.sentence())
        : Check.fail("MON-2", about.about(), overlap.sentence(), overlap.todo());
  }

  private static String plain(double amount) {
    return amount == Math.rint(amount) ? "%,.0f".formatted(amount) : "%,.2f".formatted(amount);
  }
}
