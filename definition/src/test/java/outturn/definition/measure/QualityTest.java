package outturn.definition.measure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outturn.definition.project.ProjectFiles;
import outturn.definition.project.ProjectReader;
import outturn.definition.project.ProjectReading;

class QualityTest {
  private static ProjectReading read(String type, String more) {
    var text =
        """
        kind: project
        name: figures
        ---
        kind: measure
        name: m
        type: %s
        better: higher
        cadence: weekly
        lag: 2d
        %s
        """
            .formatted(type, more);
    return ProjectReader.read(new ProjectFiles(Map.of("outturn.yaml", text.getBytes(UTF_8))));
  }

  private static List<String> problems(String type, String quality) {
    return read(type, "quality: " + quality).problems().stream()
        .map(problem ->
            "%d:%d %s: %s"
                .formatted(problem.line(), problem.column(), problem.code(), problem.message()))
        .toList();
  }

  private static Quality quality(ProjectReading reading) {
    return reading.project().orElseThrow().measures().find("m").orElseThrow().quality();
  }

  @Test
  void everyRuleIsRead() {
    var reading =
        read(
            "proportion",
            "quality: {completeness: 95%, lateness: 3d, range: [0, 100], jump: 6, minimum: 20, freshness: 10d}");

    assertThat(reading.problems()).isEmpty();
    assertThat(quality(reading))
        .isEqualTo(
            new Quality(
                Optional.of(95.0),
                Optional.of(Duration.ofDays(3)),
                Optional.of(new Quality.Range(0, 100)),
                Optional.of(6.0),
                Optional.of(20.0),
                Optional.of(Duration.ofDays(10))));
  }

  @Test
  void withoutRulesEveryValueCounts() {
    assertThat(quality(read("count", "")).hasRules()).isFalse();
    assertThat(quality(read("count", "quality: {}")).hasRules()).isFalse();
    assertThat(quality(read("count", "quality: {jump: 6}")).hasRules()).isTrue();
  }

  @Test
  void whatIsWrongIsToldWithItsPlace() {
    assertThat(problems("count", "{range: [5, 1]}"))
        .containsExactly("10:18 not-in-order: expected two limits, the lower one first");
    assertThat(problems("count", "{jump: 0}"))
        .containsExactly("10:17 not-positive: expected more than 0 deviations");
    assertThat(problems("count", "{minimum: 20}"))
        .containsExactly(
            "10:20 no-denominator: only values of type proportion, rate and mean, and those of surveys, have a denominator");
    assertThat(problems("mean", "{minimum: 0}"))
        .containsExactly("10:20 not-positive: expected a denominator of more than 0");
    assertThat(problems("count", "{freshness: 8d}"))
        .containsExactly(
            "10:22 too-short: expected at least 9d: before the next value is due the latest period ended so long ago");
    assertThat(problems("count", "{completness: 90%}").getFirst()).startsWith("10:11 unknown-key");
  }
}
