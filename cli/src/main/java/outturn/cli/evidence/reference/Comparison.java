package outturn.cli.evidence.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import outturn.cli.evidence.reference.Comparison.Result;

/// A reference value and ours.
record Comparison(Reference reference, OptionalDouble ours, Result result) {
  enum Result {
    AGREES,
    DIFFERS,
    /// The data may not be copied, and are not in the folder.
    NO_DATA,
    /// No estimator computes it.
    NOT_COMPUTED
  }

  /// Every reference value in its order, beside what the topics compute.
  static List<Comparison> all(List<Topic> known, ReferenceData data) {
    var topics =
        known.stream().collect(Collectors.toMap(Topic::name, topic -> topic.ours().apply(data)));
    return ReferenceData.values().stream()
        .map(reference -> of(reference, Optional.ofNullable(topics.get(reference.topic()))))
        .toList();
  }

  /// @param topic empty where no estimator computes it, and its values where the data are there
  private static Comparison of(Reference reference, Optional<Optional<Map<String, Double>>> topic) {
    if (topic.isEmpty()) return without(reference, Result.NOT_COMPUTED);
    var values = topic.flatMap(Function.identity());
    if (values.isEmpty()) return without(reference, Result.NO_DATA);
    var ours = Optional.ofNullable(values.get().get(reference.key()));
    if (ours.isEmpty()) return without(reference, Result.NOT_COMPUTED);
    var result = reference.agrees(ours.get()) ? Result.AGREES : Result.DIFFERS;
    return new Comparison(reference, OptionalDouble.of(ours.get()), result);
  }

  private static Comparison without(Reference reference, Result result) {
    return new Comparison(reference, OptionalDouble.empty(), result);
  }
}
