package outturn.runtime.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outturn.outcome.position.Latest;
import outturn.runtime.AppliedProject;
import outturn.store.measure.Recorded;

class MeasuresTest {
  private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);
  private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);

  private AppliedProject server;

  @BeforeEach
  void apply() {
    server = new AppliedProject(Instant.parse("2026-11-23T12:00:00Z"));
    server.apply(
        0,
        Map.of(
            "outturn.yaml",
            """
            kind: project
            name: repairs
            ---
            kind: measure
            name: first-visit
            type: proportion
            unit: percent
            better: higher
            cadence: monthly
            segments: depot
            """));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void whatPeopleEnterIsRecordedWithItsRevisions() {
    var first =
        server.measures.observeCsv(
            "first-visit", "period,value\n2026-09-01,70\n2026-10-01,72\n", "ann");
    server.clock.pass(Duration.ofDays(1));
    var before = server.clock.instant().minusSeconds(1);
    var second = server.measures.observe("first-visit", List.of(ratio(OCTOBER, "", 3, 4)), "bob");

    assertThat(first).isEqualTo(new Entered.Done(new Recorded(2, 0, 0)));
    assertThat(second).isEqualTo(new Entered.Done(new Recorded(0, 1, 0)));
    assertThat(values(Selection.latest(server.clock.instant()))).containsExactly(70.0, 75.0);
    assertThat(values(Selection.latest(before))).containsExactly(70.0, 72.0);
    assertThat(
            values(
                Selection.latest(server.clock.instant())
                    .revisions(Selection.Revisions.ALL)
                    .from(OCTOBER)))
        .containsExactly(72.0, 75.0);
    var known = server.measures.find("first-visit").orElseThrow();
    assertThat(known.last()).contains(new Latest(OCTOBER, 75));
    assertThat(known.observations()).isEqualTo(2);
    assertThat(server.measures.all()).containsExactly(known);
  }

  @Test
  void segmentsArePutTogether() {
    server.measures.observe(
        "first-visit",
        List.of(ratio(SEPTEMBER, "north", 1, 10), ratio(SEPTEMBER, "south", 9, 30)),
        "ann");

    assertThat(server.measures.find("first-visit").orElseThrow().last())
        .contains(new Latest(SEPTEMBER, 25));
    assertThat(values(Selection.latest(server.clock.instant()).segment("south")))
        .containsExactly(30.0);
  }

  @Test
  void oneWrongRowKeepsAllOut() {
    var entered =
        server.measures.observe(
            "first-visit",
            List.of(ratio(OCTOBER, "", 3, 4), ratio(SEPTEMBER.plusDays(3), "", 3, 4)),
            "ann");

    assertThat(entered)
        .isEqualTo(
            new Entered.Refused(
                List.of(
                    "row 2, column period: 2026-09-04 does not begin a month; write 2026-09-01 for the one that it is in")));
    assertThat(values(Selection.latest(server.clock.instant()))).isEmpty();
  }

  @Test
  void anUnknownMeasureIsSaid() {
    assertThat(server.measures.observe("nothing", List.of(), "ann"))
        .isEqualTo(new Entered.NoSuchMeasure());
    assertThat(server.measures.find("nothing")).isEmpty();
  }

  private List<Double> values(Selection selection) {
    return server.measures.observations("first-visit", selection).stream()
        .map(reading -> reading.value().orElseThrow())
        .toList();
  }

  private static Given ratio(LocalDate period, String segment, double part, double all) {
    return new Given(
        period, segment, OptionalDouble.empty(), OptionalDouble.of(part), OptionalDouble.of(all));
  }
}
