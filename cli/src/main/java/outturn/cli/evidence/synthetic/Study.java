package outturn.cli.evidence.synthetic;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import outturn.cli.csv.Timeline;
import outturn.evidence.panel.Panel;
import outturn.evidence.series.Series;

/// What is compared: treated units that start together, and all others.
///
/// @param value the name of the measure
record Study(Timeline timeline, Panel panel, String value) {

  int start() {
    return panel.cohorts()[0];
  }

  List<String> treated() {
    return IntStream.of(panel.treated()).mapToObj(unit -> panel.units().get(unit)).toList();
  }

  /// The treated unit, or how many they are.
  String name() {
    var names = treated();
    return names.size() > 3
        ? "%d units".formatted(names.size())
        : names.stream().collect(Collectors.joining(", "));
  }

  /// Mean of the treated units, per period.
  Series path() {
    return Series.of(
        IntStream.range(0, panel.periods())
            .mapToDouble(t ->
                IntStream.of(panel.treated())
                    .mapToDouble(unit -> panel.value(unit, t))
                    .average()
                    .orElse(Double.NaN))
            .toArray());
  }
}
