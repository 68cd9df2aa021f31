package outturn.outcome.onepage;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.outcome.confirm.Adopted;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.register.Registration;

/// All that a statement is made of.
///
/// @param measured the measures in the order of the outcome
/// @param adopted what was measured of adoption, by the measure's name
/// @param kept the newest evidence; empty where what is told was not kept
/// @param step where the outcome stands among its steps, in a sentence; may be empty
public record Material(
    OutcomePosition outcome,
    List<Measured> measured,
    Registration registration,
    Map<String, Adopted> adopted,
    Optional<Kept> kept,
    String step) {
  private static final int SHORTER = 380;

  public Material {
    measured = List.copyOf(measured);
    adopted = Map.copyOf(adopted);
  }

  /// The day up to which things are known.
  LocalDate day() {
    return LocalDate.ofInstant(outcome.asOf(), ZoneOffset.UTC);
  }

  boolean isOne() {
    return measured.size() == 1;
  }

  /// A line about a measure, headed with its title where there are several, and then shorter. Long
  /// titles are cut first, so that a sentence keeps its end, where it says how sure it is.
  Line line(Measured each, String text) {
    var told = Cut.inside(text, each.title());
    var change = each.finding().result().map(found -> found.scope().intervention().title());
    if (change.isPresent()) told = Cut.inside(told, change.get());
    return isOne()
        ? Line.of(Cut.sentences(told))
        : new Line(Cut.label(each.title()), Cut.to(told, SHORTER));
  }
}
