package outturn.cli.evidence.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What is computed here for one topic of the reference values.
///
/// @param name as in the reference values
/// @param ours the values by their keys; empty where the data are not there
record Topic(String name, Function<ReferenceData, Optional<Map<String, Double>>> ours) {
  /// Every topic that is computed here; a new estimator adds its own.
  static final List<Topic> ALL =
      List.of(
          new Topic("xmr.wheeler", _ -> Optional.of(XmrValues.wheeler())),
          new Topic("xmr.nist", _ -> Optional.of(XmrValues.nist())));
}
