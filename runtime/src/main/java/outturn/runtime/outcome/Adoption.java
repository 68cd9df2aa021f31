package outturn.runtime.outcome;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import outturn.definition.outcome.Lever;
import outturn.outcome.confirm.Adopted;
import outturn.runtime.measure.MeasureValues;
import outturn.runtime.project.InForce;

/// What was measured of the adoption of levers.
public final class Adoption {
  private final InForce inForce;
  private final MeasureValues values;

  public Adoption(InForce inForce, MeasureValues values) {
    this.inForce = inForce;
    this.values = values;
  }

  /// By the name of the measure of adoption, as known at an instant.
  public Map<String, Adopted> of(List<Lever> levers, Instant asOf) {
    var adopted = new HashMap<String, Adopted>();
    levers.stream()
        .flatMap(lever -> lever.spread().adoption().flatMap(Lever.Adoption::actual).stream())
        .flatMap(name -> inForce.measure(name).stream())
        .map(InForce.Entry::value)
        .forEach(
            measure -> adopted.put(measure.name(), new Adopted(measure, values.of(measure, asOf))));
    return adopted;
  }
}
