package outturn.outcome.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class StatementSetsTest {
  /// The rules were made with these at hand, so this says that they can tell them apart, and not
  /// how they do on others.
  @Test
  void ofTheStatementsForTuningNineInTenThatAreNoOutcomesAreFound() {
    var score = StatementSets.score(StatementSets.read("development.csv"));

    assertThat(score.bad()).isEqualTo(30);
    assertThat(score.recall()).isGreaterThanOrEqualTo(.9);
    assertThat(score.precision()).isGreaterThanOrEqualTo(.9);
  }

  /// Written before the rules, and not used to change them: these figures are those of the first
  /// run. They stand in `docs/evidence.md`; whoever changes the rules writes new statements.
  @Test
  void ofNewStatementsTheFirstRunFoundAllThatAreNoOutcomesAndTookTwoOutcomesForNone() {
    assertThat(StatementSets.score(StatementSets.read("unseen.csv")))
        .isEqualTo(new StatementSets.Score(10, 10, 2));
  }

  /// All 80 statements together: of each rule too few have been seen to tell the sets apart.
  @Test
  void howOftenEachRuleIsRightStandsInTheDocumentation() throws IOException {
    var all = new ArrayList<>(StatementSets.read("development.csv"));
    all.addAll(StatementSets.read("unseen.csv"));
    var root = Path.of(System.getProperty("outturn.root", ".."));
    var text = Files.readString(root.resolve("docs/evidence.md"));

    assertThat(StatementSets.byRule(all))
        .isNotEmpty()
        .extracting(StatementSets.Finds::row)
        .allSatisfy(row -> assertThat(text).contains(row));
  }
}
