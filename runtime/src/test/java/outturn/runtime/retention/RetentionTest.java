package outturn.runtime.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outturn.engine.run.RunId;
import outturn.runtime.AppliedProject;
import outturn.store.range.Ranges;
import outturn.store.retention.Expiry;
import outturn.store.retention.Pace;

class RetentionTest {
  private static final String PROJECT =
      """
      kind: project
      name: pay
      ---
      kind: workflow
      name: payroll
      retention: {runs: 20d, logs: 2d}
      tasks: {send: {}}
      """;

  private AppliedProject server;
  private Retention retention;
  private boolean held;

  @BeforeEach
  void apply() {
    server = new AppliedProject(Instant.parse("2026-11-23T12:00:00Z"));
    new Ranges(server.jdbi, server.clock).make(0);
    server.apply(0, Map.of("outturn.yaml", PROJECT));
    var expiry = new Expiry(server.jdbi, new Pace(10, 10, () -> {}));
    retention = new Retention(server.inForce, expiry, () -> held, server.clock);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void runsGoWhenTheirWorkflowSaysSo() throws Exception {
    run();
    retention.step();
    server.clock.pass(Duration.ofDays(19));
    retention.step();
    assertThat(runs()).isEqualTo(1);

    server.clock.pass(Duration.ofDays(2));
    retention.step();
    assertThat(runs()).isZero();
  }

  @Test
  void aLongerRetentionHoldsFromWhenItIsApplied() throws Exception {
    run();
    server.clock.pass(Duration.ofDays(19));
    server.apply(1, Map.of("outturn.yaml", PROJECT.replace("20d", "40d")));
    server.clock.pass(Duration.ofDays(10));
    retention.step();
    assertThat(runs()).isEqualTo(1);

    server.clock.pass(Duration.ofDays(12));
    retention.step();
    assertThat(runs()).isZero();
  }

  @Test
  void aCopyThatIsHeldLosesNothing() throws Exception {
    run();
    held = true;
    server.clock.pass(Duration.ofDays(900));
    retention.step();
    assertThat(runs()).isEqualTo(1);

    held = false;
    retention.step();
    assertThat(runs()).isZero();
  }

  private void run() {
    var now = server.clock.instant();
    server.jdbi.useHandle(handle ->
        handle.execute(
            """
            insert into run (id, workflow, project, version, state, business_date, created, started, ended)
            values (?, 'payroll', 'pay', 1, 'succeeded', current_date, ?, ?, ?)
            """,
            RunId.firstAt(now).value(),
            Timestamp.from(now),
            Timestamp.from(now),
            Timestamp.from(now)));
  }

  private long runs() {
    return server.jdbi.withHandle(
        handle -> handle.createQuery("select count(*) from run").mapTo(Long.class).one());
  }
}
