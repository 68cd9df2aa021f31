package outturn.runtime.measure;

import java.util.Collection;
import java.util.List;
import outturn.outcome.datapackage.ObservationRow;
import outturn.store.measure.RecordedObservation;
import outturn.store.measure.Source;

/// What was recorded, as rows of a table.
public final class ObservationRows {
  private ObservationRows() {}

  public static List<ObservationRow> of(Collection<RecordedObservation> recorded) {
    return recorded.stream().map(ObservationRows::of).toList();
  }

  private static ObservationRow of(RecordedObservation recorded) {
    var observation = recorded.observation();
    return new ObservationRow(
        observation.period(),
        observation.segment(),
        MeasureValues.amount(observation),
        recorded.revision(),
        recorded.recordedAt(),
        by(recorded.source()));
  }

  private static String by(Source source) {
    return switch (source) {
      case Source.Run(var id) -> "run " + id;
      case Source.User(var name) -> name;
    };
  }
}
