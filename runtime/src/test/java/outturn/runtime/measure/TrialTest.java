package outturn.runtime.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrialTest {
  private static List<String> lines(int count) {
    return new ArrayList<>(IntStream.rangeClosed(1, count).mapToObj(i -> "line " + i).toList());
  }

  @Test
  void ofManyValuesTheFirstAndTheLastAreTold() {
    assertThat(Trial.ends(lines(15))).isEqualTo(lines(15));

    var told = Trial.ends(lines(200));
    assertThat(told).hasSize(16);
    assertThat(told.subList(9, 12)).containsExactly("line 10", "… 185 more, not shown", "line 196");
    assertThat(told.getLast()).isEqualTo("line 200");
  }

  @Test
  void whatWouldNotCountIsCountedWhereItIsNotShown() {
    var lines = lines(30);
    lines.set(12, "2026-01-01: 140, would not count: above 100");
    lines.set(29, "2026-02-01: 150, would not count: above 100");
    assertThat(Trial.ends(lines))
        .contains("… 15 more, not shown; of these 1 would not count")
        .endsWith("2026-02-01: 150, would not count: above 100");
  }
}
