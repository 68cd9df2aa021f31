package outturn.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunIdsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00.123Z");
  private static final RunId NONE = new RunId(0);

  @Test
  void anIdHoldsItsTimeAndItsPartition() {
    var id = new RunIds(NONE).next(42, NOW);

    assertThat(id.time()).isEqualTo(NOW);
    assertThat(id.partition()).isEqualTo(42);
    assertThat(id).isGreaterThanOrEqualTo(RunId.firstAt(NOW));
    assertThat(id).isLessThan(RunId.firstAt(NOW.plusMillis(1)));
  }

  @Test
  void idsTakeThePartitionsInTurn() {
    var ids = new RunIds(NONE);
    var met = new HashSet<Integer>();
    for (int n = 0; n < Partition.COUNT; n++) met.add(ids.next(NOW).partition());

    assertThat(met).hasSize(Partition.COUNT);
  }

  @Test
  void eachIdOfAPartitionIsLargerThanTheOneBeforeWhateverTheClockDoes() {
    var ids = new RunIds(NONE);
    var random = new Random(1);
    var before = NONE;
    for (int n = 0; n < 100_000; n++) {
      var id = ids.next(7, NOW.plusMillis(random.nextInt(20) - 10));
      assertThat(id.value()).isGreaterThan(before.value());
      assertThat(id.partition()).isEqualTo(7);
      before = id;
    }
  }

  @Test
  void aNewNodeGoesOnAfterTheNewestIdEvenIfItsClockIsBehind() {
    var newest = new RunIds(NONE).next(3, NOW);
    var ids = new RunIds(newest);

    assertThat(ids.next(3, NOW.minusSeconds(3600))).isGreaterThan(newest);
    assertThat(ids.next(0, NOW.minusSeconds(3600))).isGreaterThan(newest);
  }

  @Test
  void textReadsBackAndSortsAsTheNumbersDo() {
    var random = new Random(2);
    for (int n = 0; n < 1000; n++) {
      var one = new RunId(random.nextLong() >>> 1);
      var other = new RunId(random.nextLong() >>> 1);

      assertThat(RunId.parse(one.toString())).isEqualTo(one);
      assertThat(Integer.signum(one.toString().compareTo(other.toString())))
          .isEqualTo(one.compareTo(other));
    }
    assertThat(RunId.parse(new RunId(Long.MAX_VALUE).toString().toUpperCase(Locale.ROOT)))
        .isEqualTo(new RunId(Long.MAX_VALUE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "123", "0000000000000000", "000000000000i", "8000000000000", "zzzzzzzzzzzzz"})
  void whatIsNoIdIsRefused(String text) {
    assertThatThrownBy(() -> RunId.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not a run id: '" + text + "'");
  }

  @Test
  void anIdIsNotNegative() {
    assertThatThrownBy(() -> new RunId(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}
