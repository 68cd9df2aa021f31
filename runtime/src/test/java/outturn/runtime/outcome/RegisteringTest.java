package outturn.runtime.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outturn.outcome.register.Registration;
import outturn.outcome.register.Registration.Badge;
import outturn.runtime.AppliedProject;

class RegisteringTest {
  private static final String PROJECT =
      """
      {kind: project, name: library}
      ---
      {kind: change, name: new-desk, date: 2026-12-01, type: go-live, affects: waits}
      ---
      {kind: measure, name: waits, type: duration, unit: days, better: lower, cadence: monthly}
      ---
      kind: outcome
      name: shorter-waits
      owner: desk
      statement: {who: readers, what: wait for a book fewer days, soThat: they come again}
      measures: [{measure: waits, target: {value: 5, by: 2027-12-31}}]
      analysis: {intervention: new-desk, design: interrupted-time-series, registerBy: 2026-11-02}
      """;

  private AppliedProject server;
  private Registering registering;

  @BeforeEach
  void apply() {
    server = new AppliedProject(Instant.parse("2026-11-01T23:00:00Z"));
    server.apply(0, Map.of("outturn.yaml", PROJECT));
    registering = new Registering(server.inForce, server.locks, server.plans, server.clock);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aPlanIsLockedOnItsDayAndNotBefore() {
    registering.step();
    assertThat(registration().standing()).isEmpty();

    server.clock.pass(Duration.ofHours(1));
    registering.step();
    registering.step();

    assertThat(registration().locked()).hasSize(1);
    assertThat(registration().badge()).isEqualTo(Badge.PRE_REGISTERED);
  }

  @Test
  void aTargetThatIsMovedAfterwardsMakesTheAnalysisExploratory() {
    server.clock.pass(Duration.ofHours(1));
    registering.step();

    server.apply(1, Map.of("outturn.yaml", PROJECT.replace("value: 5", "value: 8")));
    registering.step();

    assertThat(registration().badge()).isEqualTo(Badge.EXPLORATORY);
    assertThat(registration().locked()).hasSize(1);
  }

  private Registration registration() {
    return server.locks.of(server.inForce.outcome("shorter-waits").orElseThrow().value());
  }
}
