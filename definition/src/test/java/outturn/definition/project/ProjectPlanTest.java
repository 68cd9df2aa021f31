package outturn.definition.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProjectPlanTest {
  private static final String BEFORE =
      """
      kind: workflow
      name: load
      schedules: [{name: nightly, cron: "0 2 * * *"}, {name: weekly, cron: "0 3 * * 1"}]
      tasks:
        extract: {run: [extract, all], timeout: 30m}
      ---
      {kind: pool, name: old, size: 1}
      ---
      {kind: pool, name: same, size: 1}
      """;

  private static final String AFTER =
      """
      # a comment is no change
      {kind: pool, size: 1, name: same}
      ---
      kind: workflow
      name: load
      schedules: [{name: weekly, cron: "0 3 * * 1"}, {name: nightly, cron: "0 4 * * *"}]
      tasks:
        extract: {run: [extract], timeout: 1h}
        done: {needs: [extract]}
      ---
      {kind: pool, name: new, size: 1}
      """;

  @Test
  void aPlanTellsWhatChangesFromWhatToWhat() {
    var before = Projects.valid("a.yaml", BEFORE, "gone.sql", "1", "changed.sh", "1", "kept", "1");
    var after = Projects.valid("b.yaml", AFTER, "changed.sh", "2", "new.csv", "1", "kept", "1");
    assertThat(PlanText.render(ProjectPlan.between(before, after)))
        .isEqualTo(
            """
            ~ workflow load
                schedules[nightly].cron: 0 2 * * * -> 0 4 * * *
                tasks.done.needs[0]: (nothing) -> extract
                tasks.extract.run[1]: all -> (nothing)
                tasks.extract.timeout: 30m -> 1h
            + pool new
            - pool old
            ~ file changed.sh
            - file gone.sql
            + file new.csv
            2 to create, 2 to change, 2 to remove
            """);
    assertThat(before.hash()).isNotEqualTo(after.hash());
  }

  @Test
  void aNewProjectIsCreatedWhole() {
    var plan = ProjectPlan.creating(Projects.valid("a.yaml", BEFORE));
    assertThat(PlanText.render(plan))
        .isEqualTo(
            """
            + project test
            + workflow load
            + pool old
            + pool same
            4 to create, 0 to change, 0 to remove
            """);
  }

  @Test
  void equalProjectsChangeNothing() {
    var project = Projects.valid("a.yaml", BEFORE);
    var plan = ProjectPlan.between(project, Projects.valid("a.yaml", BEFORE));
    assertThat(plan.isEmpty()).isTrue();
    assertThat(PlanText.render(plan)).isEqualTo("nothing changes\n");
  }
}
