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
    /// Beyond the tolerance, but the reference was rounded, and ours is as close as it can tell.
    ROUNDED,
    DIFFERS,
    /// The data may not be copied, and are not in the folder.
    NO_DATA,
    /// No estimator computes it.
    NOT_COMPUTED
  }

  /// Every reference value in its order, beside what the topics compute.
  static List<Comparison> all(List<Topic> known, ReferenceData data) {
    var values =
        known.stream()
            .collect(Collectors.toMap(Function.identity(), topic -> topic.ours().apply(data)));
    return ReferenceData.values().stream()
        .map(reference ->
            known.stream()
                .filter(topic -> topic.isAbout(reference))
                .findFirst()
                .map(topic -> of(reference, topic, values.getOrDefault(topic, Optional.empty())))
                .orElseGet(() -> without(reference, Result.NOT_COMPUTED)))
        .toList();
  }

  /// @param values of the topic where its data are there
  private static Comparison of(
      Reference reference, Topic topic, Optional<Map<String, Double>> values) {
    if (values.isEmpty()) return without(reference, Result.NO_DATA);
    var ours = Optional.ofNullable(values.get().get(reference.key()));
    if (ours.isEmpty()) return without(reference, Result.NOT_COMPUTED);
    return new Comparison(
        reference, OptionalDouble.of(ours.get()), result(reference, topic, ours.get()));
  }

  private static Result result(Reference reference, Topic topic, double ours) {
    if (reference.agrees(ours)) return Result.AGREES;
    return topic.rounded().contains(reference.key()) && reference.isRoundingOf(ours)
        ? Result.ROUNDED
        : Result.DIFFERS;
  }

  private static Comparison without(Reference reference, Result result) {
    return new Comparison(reference, OptionalDouble.empty(), result);
  }

  /// How far ours is from the reference; 0 where nothing is computed.
  double difference() {
    return Math.abs(ours.orElse(reference.number()) - reference.number());
  }
}
