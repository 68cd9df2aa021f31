package outturn.definition.objective;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import outturn.definition.project.Projects;

class ObjectiveReaderTest {
  private static final String OUTCOME =
      """
      kind: outcome
      name: one-visit
      owner: housing
      objective: fewer-lost-days
      statement: {who: tenants, what: wait less, soThat: they work}
      """;

  private static final String BOARD =
      """
      {kind: group, name: board, is: business}
      ---
      {kind: objective, name: fewer-lost-days, title: Fewer lost days, owner: board}
      """;

  @Test
  void withoutObjectivesTheirNamesAreWords() {
    assertThat(Projects.problems("a.yaml", OUTCOME.replace("fewer-lost-days", "Any words")))
        .isEmpty();
  }

  @Test
  void inAProjectWithObjectivesOneOfThemIsNamed() {
    var objective =
        Projects.valid("a.yaml", OUTCOME, "b.yaml", BOARD).objectives().find("fewer-lost-days");

    assertThat(objective.orElseThrow().title()).isEqualTo("Fewer lost days");
    assertThat(
            Projects.problems("a.yaml", OUTCOME.replace("lost-days", "lost-day"), "b.yaml", BOARD))
        .isEqualTo(
            "a.yaml:4:12: unknown-objective: there is no objective 'fewer-lost-day' (did you mean 'fewer-lost-days'?)");
  }

  @Test
  void anotherOutcomeMayBeTheObjective() {
    assertThat(
            Projects.problems(
                "a.yaml",
                OUTCOME,
                "b.yaml",
                BOARD,
                "c.yaml",
                OUTCOME
                    .replace("name: one-visit", "name: calm")
                    .replace("objective: fewer-lost-days", "objective: one-visit")))
        .isEmpty();
  }

  @Test
  void itsOwnerIsAGroup() {
    assertThat(Projects.problems("b.yaml", BOARD.replace("owner: board", "owner: bord")))
        .isEqualTo("b.yaml:3:73: unknown-group: there is no group 'bord' (did you mean 'board'?)");
  }
}
