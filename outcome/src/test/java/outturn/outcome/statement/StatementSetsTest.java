package outturn.outcome.statement;

import static org.assertj.core.api.Assertions.assertThat;

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
}
