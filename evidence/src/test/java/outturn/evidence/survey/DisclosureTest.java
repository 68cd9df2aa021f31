package outturn.evidence.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.evidence.survey.Shown.PROTECTS_ANOTHER;
import static outturn.evidence.survey.Shown.SHOWN;
import static outturn.evidence.survey.Shown.TOO_FEW;
import static outturn.evidence.survey.Shown.UNANIMOUS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outturn.evidence.quantity.Seed;
import outturn.evidence.survey.Disclosure.Group;

class DisclosureTest {
  private static final int K = Disclosure.SCORES;

  @Test
  void aGroupBelowTheThresholdIsHiddenAndNeverAlone() {
    assertThat(groups(20, 4, 9, 30)).containsExactly(SHOWN, TOO_FEW, PROTECTS_ANOTHER, SHOWN);
    assertThat(groups(20, 5, 9)).containsOnly(SHOWN);
  }

  @Test
  void hiddenGroupsTogetherReachTheThreshold() {
    assertThat(groups(20, 1, 2, 30)).containsExactly(PROTECTS_ANOTHER, TOO_FEW, TOO_FEW, SHOWN);
    assertThat(groups(20, 3, 2, 30)).containsExactly(SHOWN, TOO_FEW, TOO_FEW, SHOWN);
  }

  @Test
  void aGroupWithoutAnswersNeedsNoProtection() {
    assertThat(groups(20, 0, 30)).containsExactly(SHOWN, TOO_FEW, SHOWN);
    assertThat(groups(4, 0)).containsExactly(TOO_FEW, TOO_FEW);
  }

  @Test
  void allAndNobodyAreHiddenInASmallGroup() {
    assertThat(Disclosure.share(9, 9, K)).isEqualTo(UNANIMOUS);
    assertThat(Disclosure.share(0, 9, K)).isEqualTo(UNANIMOUS);
    assertThat(Disclosure.share(8, 9, K)).isEqualTo(SHOWN);
    assertThat(Disclosure.share(10, 10, K)).isEqualTo(SHOWN);
    assertThat(Disclosure.share(2, 4, K)).isEqualTo(TOO_FEW);
  }

  @Test
  void aSmallCellOfATableHidesOneInItsRowAndOneInItsColumn() {
    TableDisclosure table = table(List.of(List.of(3, 20, 30), List.of(25, 11, 40)));
    assertThat(table.cells().get(0)).containsExactly(TOO_FEW, PROTECTS_ANOTHER, SHOWN);
    assertThat(table.cells().get(1)).containsExactly(PROTECTS_ANOTHER, PROTECTS_ANOTHER, SHOWN);
    assertThat(table.rows()).containsOnly(SHOWN);
    assertThat(table.columns()).containsOnly(SHOWN);
    assertThat(table.total()).isEqualTo(SHOWN);
  }

  @Test
  void aTableWithoutSmallCellsIsShown() {
    TableDisclosure table = table(List.of(List.of(5, 6), List.of(7, 8)));
    assertThat(table.cells().stream().flatMap(List::stream)).containsOnly(SHOWN);
  }

  @Test
  void aSmallTableIsHiddenAsAWhole() {
    TableDisclosure table = table(List.of(List.of(1, 1), List.of(1, 1)));
    assertThat(table.cells().stream().flatMap(List::stream)).containsOnly(TOO_FEW);
    assertThat(table.total()).isEqualTo(TOO_FEW);
  }

  @Test
  void noHiddenCellOfRandomTablesCanBeComputed() {
    RandomGenerator random = new Seed(20260904).generator();
    for (int i = 0; i < 300; i++) {
      int rows = random.nextInt(1, 6);
      int columns = random.nextInt(1, 6);
      List<List<Integer>> answers = new ArrayList<>();
      for (int r = 0; r < rows; r++) {
        answers.add(
            IntStream.range(0, columns)
                .map(_ -> 1 + (int) (20 * Math.pow(random.nextDouble(), 2)))
                .boxed()
                .toList());
      }
      HiddenCells hidden = HiddenCells.of(answers, table(answers));
      assertThat(hidden.computable()).as("%s hidden in %s", hidden, answers).isEmpty();
      assertThat(hidden.smallestSum()).as("%s", answers).isGreaterThanOrEqualTo(K);
    }
  }

  @Test
  void aGroupIsHiddenWhereALargerOneLessItIsSmall() {
    Map<String, Integer> teams = Map.of("desk", 20, "vans", 3, "shop", 9);
    List<Group> groups =
        List.of(
            new Group("site", Set.of("desk", "vans", "shop")),
            new Group("inside", Set.of("desk", "shop")),
            new Group("desk", Set.of("desk")),
            new Group("vans", Set.of("vans")));
    assertThat(Disclosure.nested(groups, teams, K).result())
        .contains(List.of(SHOWN, PROTECTS_ANOTHER, SHOWN, TOO_FEW));
    List<Group> unknown = List.of(new Group("yard", Set.of("yard")));
    assertThat(Disclosure.nested(unknown, teams, K).refusal().orElseThrow().text())
        .contains("answers of yard");
    assertThat(Disclosure.nested(groups, Map.of("desk", -1), K).refusal()).isPresent();
  }

  @Test
  void impossibleTablesAreRefused() {
    assertThat(Disclosure.groups(List.of(1, -1), K).refusal()).isPresent();
    assertThat(Disclosure.groups(List.of(1), 0).refusal()).isPresent();
    assertThat(Disclosure.table(List.of(), K).refusal()).isPresent();
    assertThat(Disclosure.table(List.of(List.of(1), List.of(1, 2)), K).refusal()).isPresent();
    assertThat(Disclosure.table(List.of(List.of(-1)), K).refusal()).isPresent();
  }

  private static List<Shown> groups(Integer... answers) {
    return Disclosure.groups(List.of(answers), K).result().orElseThrow();
  }

  private static TableDisclosure table(List<List<Integer>> answers) {
    return Disclosure.table(answers, K).result().orElseThrow();
  }
}
