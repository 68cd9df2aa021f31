package outturn.runtime.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outturn.definition.change.Change;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.words.OutcomeSentences;
import outturn.runtime.AppliedProject;
import outturn.runtime.measure.Entered;

class OutcomesTest {
  private static final String PROJECT =
      """
      kind: project
      name: road-safety
      ---
      kind: measure
      name: drivers
      title: Car drivers killed or seriously injured
      type: count
      unit: drivers
      better: lower
      cadence: monthly
      timezone: Europe/London
      seasonal: multiplicative
      ---
      kind: change
      name: seat-belt-law
      title: the seat belt law
      date: 1983-01-31
      type: policy
      affects: drivers
      ---
      kind: outcome
      name: safer-driving
      owner: minister
      statement: {who: car drivers, what: are hurt less often, soThat: fewer families lose someone}
      measures:
        - measure: drivers
          baseline: {from: 1978-02-01, to: 1983-01-31}
      levers:
        - name: belts
          element: process
          owner: police
          actual: 1983-02-01
          moves: drivers
          effect: {worst: -100, likely: -250, best: -400}
          because: studies abroad
      """;

  private AppliedProject server;

  @BeforeEach
  void apply() {
    server = new AppliedProject(Instant.parse("1985-02-01T00:00:00Z"));
    server.apply(0, Map.of("outturn.yaml", PROJECT));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void theBaselineIsFrozenWhenItsLastMonthIsIn() throws IOException {
    var months = months();
    enter(months.subList(0, 168));
    assertThat(server.baselines.current("safer-driving", "drivers")).isEmpty();
    assertThat(position().measures().getFirst().warnings())
        .contains("The baseline is not frozen yet: 59 of its 60 months have a value.");

    server.clock.pass(Duration.ofDays(1));
    var before = server.clock.instant().minusSeconds(1);
    enter(months.subList(168, 192));

    var frozen = server.baselines.current("safer-driving", "drivers").orElseThrow();
    assertThat(frozen.window().n()).isEqualTo(60);
    assertThat(frozen.frozenBy()).isEqualTo("server");
    assertThat(frozen.intact()).isTrue();
    assertThat(OutcomeSentences.whole(position()))
        .isEqualTo(
            "Car drivers are hurt less often, so that fewer families lose someone. Since the seat belt law"
                + " (31 January 1983) the mean is 1,319 drivers a month, after 1,625 before: 306 fewer"
                + " (19 %). The drop followed the change; whether the change caused it is not analysed"
                + " here.");
    var known = server.outcomes.find("safer-driving", before).orElseThrow().value();
    assertThat(known.measures().getFirst().standing().baseline()).isEmpty();
    assertThat(known.measures().getFirst().picture().periods()).hasSize(168);
  }

  @Test
  void leversHaveTheirDatesAndChangesThatAffectAMeasureAreThere() {
    var lever = position().levers().getFirst();

    assertThat(lever.date()).contains(LocalDate.of(1983, 2, 1));
    assertThat(position().changes()).extracting(Change::name).containsExactly("seat-belt-law");
  }

  @Test
  void otherDaysForTheBaselineMakeANewVersion() throws IOException {
    enter(months());
    server.apply(
        1, Map.of("outturn.yaml", PROJECT.replace("from: 1978-02-01", "from: 1979-02-01")));
    server.freezing.step();
    server.freezing.step();

    assertThat(server.baselines.history("safer-driving", "drivers"))
        .extracting(each -> each.window().n())
        .containsExactly(48, 60);
  }

  @Test
  void aBaselineWithGapsIsFrozenOnceALaterMonthIsIn() throws IOException {
    var months = months();
    enter(months.subList(109, 120));
    enter(months.subList(121, 169));
    assertThat(server.baselines.current("safer-driving", "drivers")).isEmpty();

    enter(months.subList(169, 170));

    assertThat(server.baselines.current("safer-driving", "drivers").orElseThrow().window().n())
        .isEqualTo(59);
  }

  private OutcomePosition position() {
    return server.outcomes.find("safer-driving").orElseThrow().value();
  }

  private void enter(List<String> lines) {
    var text = lines.stream().collect(Collectors.joining("\n", "period,value\n", "\n"));
    assertThat(server.measures.observeCsv("drivers", text, "ann")).isInstanceOf(Entered.Done.class);
  }

  /// Of the example: `1969-01-01,1687` and so on.
  private static List<String> months() throws IOException {
    var file =
        Path.of(System.getProperty("outturn.root"), "examples/road-safety/data/seatbelts.csv");
    try (var lines = Files.lines(file)) {
      return lines
          .skip(1)
          .map(line -> line.split(",", -1))
          .map(cells -> "%s-%02d-01,%s".formatted(cells[0], Integer.parseInt(cells[1]), cells[3]))
          .toList();
    }
  }
}
