package outturn.evidence.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The published or independently computed values of reference-values.csv that have a topic.
public record ReferenceValues(String topic, Map<String, Expected> byKey) {
  /// October 1973 is `1973(10)`, and stands as the number of months since the year 0.
  private static final Pattern MONTH = Pattern.compile("(\\d{4})\\((\\d{1,2})\\)");

  /// A value with its absolute tolerance.
  public record Expected(double value, double tolerance) {}

  public static ReferenceValues of(String topic) {
    Map<String, Expected> byKey =
        CsvFile.read("/reference-values.csv").rows().stream()
            .filter(row -> row.get(0).equals(topic))
            .collect(Collectors.toMap(row -> row.get(1), ReferenceValues::expected));
    return new ReferenceValues(topic, byKey);
  }

  private static Expected expected(List<String> row) {
    Matcher month = MONTH.matcher(row.get(2));
    if (month.matches()) {
      int months = 12 * Integer.parseInt(month.group(1)) + Integer.parseInt(month.group(2)) - 1;
      return new Expected(months, 0);
    }
    double value = Double.parseDouble(row.get(2));
    return new Expected(value, tolerance(row.get(3), Math.abs(value)));
  }

  /// "1e-5 rel" is a share of the size, "3% or 0.05" the larger of a share and an amount.
  private static double tolerance(String text, double size) {
    if (text.endsWith(" rel")) {
      return Double.parseDouble(text.replace(" rel", "")) * size;
    }
    if (text.contains("% or ")) {
      String[] either = text.split("% or ", 2);
      double share = Double.parseDouble(either[0]) / 100 * size;
      return Math.max(share, Double.parseDouble(either[1]));
    }
    return Double.parseDouble(text);
  }

  /// The rows of the topic whose keys begin with a prefix.
  public ReferenceValues startingWith(String prefix) {
    return new ReferenceValues(
        topic,
        byKey.entrySet().stream()
            .filter(row -> row.getKey().startsWith(prefix))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /// The rows of the topic but some, which are not computed, or held otherwise.
  public ReferenceValues without(String... keys) {
    return new ReferenceValues(
        topic,
        byKey.entrySet().stream()
            .filter(row -> !Set.of(keys).contains(row.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
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
