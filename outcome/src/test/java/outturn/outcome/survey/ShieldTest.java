package outturn.outcome.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outturn.outcome.survey.Shield.Member;

/// Plays an attacker who computes with all sums that are shown.
class ShieldTest {
  private static final int K = 5;

  private static List<Member> members(int[][] counts) {
    var members = new ArrayList<Member>();
    for (int row = 0; row < counts.length; row++) {
      for (int column = 0; column < counts[row].length; column++) {
        for (int person = 0; person < counts[row][column]; person++) {
          members.add(new Member(List.of("r" + row, "c" + column), members.size()));
        }
      }
    }
    return members;
  }

  private static List<Set<String>> shown(int[][] counts) {
    return Shield.of(members(counts), 2, K);
  }

  @Test
  void aSmallGroupHidesAnotherByWhichItCouldBeComputed() {
    assertThat(Shield.of(members(new int[][] {{20}, {7}, {3}}), 1, K).getFirst())
        .containsExactly("r0");
  }

  @Test
  void groupsThatAreLargeEnoughAreShown() {
    assertThat(Shield.of(members(new int[][] {{20}, {7}, {5}}), 1, K).getFirst())
        .containsExactly("r0", "r1", "r2");
  }

  @Test
  void smallGroupsThatAreManyTogetherHideNobodyElse() {
    assertThat(Shield.of(members(new int[][] {{20}, {3}, {3}}), 1, K).getFirst())
        .containsExactly("r0");
  }

  @Test
  void aGroupOfLessThanTenThatAnsweredAlikeIsHidden() {
    var alike = new ArrayList<Member>();
    for (int person = 0; person < 9; person++) alike.add(new Member(List.of("a"), 1));
    for (int person = 0; person < 40; person++) {
      alike.add(new Member(List.of(person < 20 ? "b" : "c"), person % 2));
    }
    assertThat(Shield.of(alike, 1, K).getFirst()).hasSize(1).doesNotContain("a");
  }

  @Test
  void aColumnThatIsARowButForOnePersonIsNotShownBesideIt() {
    var shown = shown(new int[][] {{10, 1}, {0, 30}});
    assertThat(shown.get(0).contains("r0") && shown.get(1).contains("c0")).isFalse();
  }

  @Test
  void noCombinationOfShownSumsIsAboutFewerThanTheThreshold() {
    var random = new Random(20_261_129);
    int told = 0;
    for (int history = 0; history < 400; history++) {
      var counts = new int[2 + random.nextInt(2)][2 + random.nextInt(3)];
      for (var row : counts) {
        for (int column = 0; column < row.length; column++) {
          row[column] = random.nextInt(3) == 0 ? 0 : random.nextInt(random.nextBoolean() ? 4 : 30);
        }
      }
      var all = members(counts);
      if (all.size() < 10) continue;
      var shown = Shield.of(all, 2, K);
      told += shown.get(0).size() + shown.get(1).size();
      assertThat(leastRevealed(counts, shown))
          .as("history %d: %s shows %s", history, List.of(counts), shown)
          .isGreaterThanOrEqualTo(K);
    }
    assertThat(told).as("something is shown at all").isGreaterThan(400);
  }

  /// The fewest people about whom some linear combination of the shown sums says something.
  private static int leastRevealed(int[][] counts, List<Set<String>> shown) {
    var cells = new ArrayList<int[]>();
    for (int row = 0; row < counts.length; row++) {
      for (int column = 0; column < counts[row].length; column++) {
        if (counts[row][column] > 0) cells.add(new int[] {row, column, counts[row][column]});
      }
    }
    var sums = new ArrayList<double[]>();
    sums.add(cells.stream().mapToDouble(_ -> 1).toArray());
    for (var group : shown.get(0)) {
      sums.add(cells.stream().mapToDouble(cell -> ("r" + cell[0]).equals(group) ? 1 : 0).toArray());
    }
    for (var group : shown.get(1)) {
      sums.add(cells.stream().mapToDouble(cell -> ("c" + cell[1]).equals(group) ? 1 : 0).toArray());
    }
    int whole = rank(sums, (1 << cells.size()) - 1);
    int least = Integer.MAX_VALUE;
    for (int set = 1; set < 1 << cells.size(); set++) {
      int chosen = set;
      int people =
          IntStream.range(0, cells.size())
              .filter(cell -> (chosen >> cell & 1) == 1)
              .map(cell -> cells.get(cell)[2])
              .sum();
      // A combination that is nothing outside of the set says something of the set alone.
      int outside = ~set & ((1 << cells.size()) - 1);
      if (people < least && rank(sums, outside) < whole) least = people;
    }
    return least;
  }

  /// By elimination, in the cells of a set.
  private static int rank(List<double[]> rows, int set) {
    var matrix = new ArrayList<double[]>();
    rows.forEach(row -> matrix.add(row.clone()));
    int rank = 0;
    for (int column = 0; column < rows.getFirst().length && rank < matrix.size(); column++) {
      if ((set >> column & 1) == 0) continue;
      int pivot = rank;
      for (int row = rank; row < matrix.size(); row++) {
        if (Math.abs(matrix.get(row)[column]) > Math.abs(matrix.get(pivot)[column])) pivot = row;
      }
      if (Math.abs(matrix.get(pivot)[column]) < 1e-9) continue;
      var top = matrix.set(pivot, matrix.get(rank));
      matrix.set(rank, top);
      for (int row = rank + 1; row < matrix.size(); row++) {
        double factor = matrix.get(row)[column] / top[column];
        for (int at = 0; at < top.length; at++) matrix.get(row)[at] -= factor * top[at];
      }
      rank++;
    }
    return rank;
  }
}
