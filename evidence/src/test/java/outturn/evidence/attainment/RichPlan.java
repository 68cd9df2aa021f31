package outturn.evidence.attainment;

import java.util.List;
import outturn.evidence.attainment.Target.Rule;
import outturn.evidence.quantity.Pert;
import outturn.evidence.xmr.Direction;

/// A plan with every feature, the one of oracle/attainment.py.
final class RichPlan {
  static final Rule AT = new Rule.At();
  static final Rule BY = new Rule.By();
  static final Rule SUSTAINED = new Rule.Sustained(4, 6);

  private RichPlan() {}

  static Plan of(ElementRule elements, Rule rule) {
    Timing training = Timing.from(2).with(new Slip(1, 3)).withDelay(1).withRamp(4);
    Timing mail = Timing.from(3).with(new Slip(.5, 2)).withRamp(2).withHalfLife(20);
    return new Plan(
        new Baseline(70, .5, 2, .4),
        List.of(
            new Lever("training", Element.PEOPLE, pert(1, 3, 5), training, new Adoption.Full(), .9),
            new Lever(
                "desk",
                Element.PEOPLE,
                pert(0, 1, 2),
                Timing.from(6),
                new Adoption.Linear(3, .8),
                .6),
            new Lever(
                "mail",
                Element.TECHNOLOGY,
                pert(2, 6, 9),
                mail,
                new Adoption.Logistic(4, .8, .9),
                1),
            new Lever(
                "reminder",
                Element.PROCESS,
                pert(1, 2, 4),
                Timing.from(4),
                new Adoption.Bass(.05, .5, 1),
                .8)),
        List.of(
            new Contingency("strike", .3, pert(-6, -3, -1), 10),
            Contingency.ofAssumption("postage", .9, pert(-4, -2, 0))),
        elements,
        new Target(77, Direction.HIGHER_IS_BETTER, 23, rule),
        24);
  }

  static Pert pert(double low, double mode, double high) {
    return Pert.of(low, mode, high).result().orElseThrow();
  }
}
