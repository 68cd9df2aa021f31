package outturn.evidence.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The published or independently computed values of reference-values.csv that have a topic.
public record ReferenceValues(String topic, Map<String, Expected> byKey) {
  /// A value with its absolute tolerance; "1e-5 rel" of the file is multiplied by the value.
  public record Expected(double value, double tolerance) {}

  public static ReferenceValues of(String topic) {
    Map<String, Expected> byKey =
        CsvFile.read("/reference-values.csv").rows().stream()
            .filter(row -> row.get(0).equals(topic))
            .collect(Collectors.toMap(row -> row.get(1), ReferenceValues::expected));
    return new ReferenceValues(topic, byKey);
  }

  private static Expected expected(List<String> row) {
    double value = Double.parseDouble(row.get(2));
    String tolerance = row.get(3);
    boolean relative = tolerance.endsWith(" rel");
    double size = Double.parseDouble(tolerance.replace(" rel", ""));
    return new Expected(value, relative ? size * Math.abs(value) : size);
  }

  /// Every row of the topic holds for what we compute, and nothing is computed without a row.
  public void hold(Map<String, Double> ours) {
    assertThat(ours.keySet()).isEqualTo(byKey.keySet());
    byKey.forEach((key, expected) ->
        assertThat(ours.get(key))
            .as("%s %s", topic, key)
            .isCloseTo(expected.value(), within(expected.tolerance())));
  }
}
