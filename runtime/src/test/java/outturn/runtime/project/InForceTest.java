package outturn.runtime.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import outturn.runtime.AppliedProject;
import outturn.store.project.ProjectReader;

class InForceTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

  @Test
  void whatIsAppliedWhileAnotherLooksIsSeenAtOnce() {
    try (var applied = new AppliedProject(NOW)) {
      applied.apply(0, files("counted"));
      applied.jdbi.setSqlLogger(
          new Once(() -> {
            applied.apply(1, files("counted", "sorted"));
            applied.clock.pass(Duration.ofSeconds(-2));
            applied.inForce.changed();
          }));

      assertThat(applied.inForce.workflow("sorted")).as("the look that was under way").isEmpty();
      assertThat(applied.inForce.workflow("sorted")).isPresent();
    }
  }

  @Test
  void whatWasAppliedOnAnotherNodeIsFoundByWhoAsksForIt() {
    try (var applied = new AppliedProject(NOW)) {
      applied.apply(0, files("counted"));
      var other = new InForce(new ProjectReader(applied.jdbi), applied.versions, applied.clock);
      assertThat(other.workflow("counted")).isPresent();

      applied.apply(1, files("counted", "sorted"));
      applied.clock.pass(Duration.ofSeconds(-2));

      assertThat(other.workflow("sorted")).as("within a second").isEmpty();
      assertThat(other.sought("sorted")).isPresent();
      assertThat(other.workflow("sorted")).as("from then on").isPresent();
      assertThat(other.sought("weighed")).isEmpty();
    }
  }

  private static Map<String, String> files(String... workflows) {
    var text = new StringBuilder();
    for (var name : workflows) {
      text.append("---\nkind: workflow\nname: %s\ntasks: {only: {}}\n".formatted(name));
    }
    return Map.of("outturn.yaml", "{kind: project, name: shop}", "workflows.yaml", text.toString());
  }

  /// Does something after the first question for what is in force was answered.
  private static final class Once implements SqlLogger {
    private final Runnable deed;
    private boolean done;

    Once(Runnable deed) {
      this.deed = deed;
    }

    @Override
    public void logAfterExecution(StatementContext context) {
      if (done || !context.getRenderedSql().contains("definition")) return;
      done = true;
      deed.run();
    }

    @Override
    public void logException(StatementContext context, SQLException failure) {}
  }
}
