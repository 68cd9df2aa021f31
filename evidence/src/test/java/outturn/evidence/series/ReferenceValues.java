package outturn.evidence.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The published or independently computed values of reference-values.csv that have a topic.
public record ReferenceValues(String topic, Map<String, Expected> byKey) {
  public record Expected(double value, double tolerance) {}

  public static ReferenceValues of(String topic) {
    Map<String, Expected> byKey =
        CsvFile.read("/reference-values.csv").rows().stream()
            .filter(row -> row.get(0).equals(topic))
            .collect(Collectors.toMap(row -> row.get(1), ReferenceValues::expected));
    return new ReferenceValues(topic, byKey);
  }

  private static Expected expected(List<String> row) {
    return new Expected(Double.parseDouble(row.get(2)), Double.parseDouble(row.get(3)));
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
