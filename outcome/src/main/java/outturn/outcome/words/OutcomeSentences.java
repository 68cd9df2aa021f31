package outturn.outcome.words;

import java.util.stream.Collectors;
import outturn.definition.outcome.Outcome;
import outturn.outcome.amount.Amounts;
import outturn.outcome.period.Dates;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.position.Position;

/// Says what an outcome is to be, and where it stands, by rule.
public final class OutcomeSentences {
  private OutcomeSentences() {}

  /// What it is to be: `Tenants have a repair finished on the first visit, from 71 % to 85 % by
  /// March 2027, so that they lose fewer working days.` The numbers are those of baselines and
  /// targets.
  public static String statement(OutcomePosition position) {
    var statement = position.outcome().statement();
    var aims =
        position.measures().stream()
            .filter(each -> each.goal().target().isPresent())
            .map(each -> aim(position, each))
            .collect(Collectors.joining("; "));
    return "%s %s%s%s."
        .formatted(
            Titles.first(statement.who()),
            statement.what(),
            aims.isEmpty() ? "" : ", " + aims,
            statement.soThat().isBlank() ? "" : ", so that " + statement.soThat());
  }

  /// The statement and where every measure stands.
  public static String whole(OutcomePosition position) {
    return position.measures().stream()
        .map(each -> named(position, each) + PositionSentences.of(position, each))
        .collect(Collectors.joining(" ", statement(position) + " ", ""))
        .strip();
  }

  private static String aim(OutcomePosition outcome, Position position) {
    var amounts = new Amounts(position.measure());
    var target = position.goal().target().orElseThrow();
    var from =
        position
            .standing()
            .baseline()
            .map(before -> "from %s ".formatted(amounts.brief(before.mean())))
            .orElse("");
    var name = isOne(outcome.outcome()) ? "" : position.measure().about().title() + " ";
    return "%s%sto %s by %s"
        .formatted(name, from, amounts.full(target.value()), Dates.by(target.by()));
  }

  /// Several measures are told apart by their titles.
  private static String named(OutcomePosition outcome, Position position) {
    return isOne(outcome.outcome()) ? "" : position.measure().about().title() + ": ";
  }

  private static boolean isOne(Outcome outcome) {
    return outcome.goals().size() == 1;
  }
}
