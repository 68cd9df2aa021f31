package outturn.outcome.step;

import java.util.List;
import outturn.outcome.position.Position;

/// The measures of an outcome that a group or a person of the business answers for.
public final class OwnMeasures {
  private OwnMeasures() {}

  public static List<Position> of(Case about) {
    return about.position().measures().stream()
        .filter(each -> side(about, each) == People.Side.BUSINESS)
        .toList();
  }

  static People.Side side(Case about, Position position) {
    return position.measure().about().owner().map(about.people()::of).orElse(People.Side.UNKNOWN);
  }
}
