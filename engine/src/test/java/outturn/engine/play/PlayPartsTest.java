package outturn.engine.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlayPartsTest {
  @Test
  void whatIsToHappenSoonestComesFirst() {
    var events = new EventHeap();
    var chance = new SplittableRandom(3);
    var times = chance.longs(500, 0, 1_000).toArray();
    for (int who = 0; who < times.length; who++) events.add(times[who], who);

    var order = new long[times.length];
    for (int at = 0; at < order.length; at++) {
      order[at] = events.time();
      assertThat(times[events.remove()]).isEqualTo(order[at]);
    }

    Arrays.sort(times);
    assertThat(order).isEqualTo(times);
    assertThat(events.isEmpty()).isTrue();
  }

  @Test
  void theValueAtAPlaceIsThatOfTheOrder() {
    var chance = new SplittableRandom(5);
    for (int count = 1; count < 60; count++) {
      var values = new float[count];
      for (int at = 0; at < count; at++) values[at] = chance.nextInt(20);
      var sorted = values.clone();
      Arrays.sort(sorted);
      for (int place = 0; place < count; place++) {
        assertThat(Selection.find(values.clone(), 0, count, place)).isEqualTo(sorted[place]);
      }
    }
    assertThat(Selection.place(0.5, 4)).isEqualTo(1);
    assertThat(Selection.place(0.9, 10)).isEqualTo(8);
    assertThat(Selection.place(0.1, 3)).isZero();
  }

  @Test
  void countsAreKeptForManyNumbers() {
    var counts = new IntCounts();
    for (int number = 0; number < 1_000; number++) {
      for (int time = 0; time <= number % 3; time++) counts.add(number * 7);
    }

    assertThat(counts.mostSeen(1_000).count()).isEqualTo(1_000);
    assertThat(counts.mostSeen(2_000).count()).isEqualTo(1_000);
    assertThat(counts.mostSeen(10).map(counts::of)).containsOnly(3).hasSize(10);
    assertThat(counts.mostSeen(500).filter(number -> counts.of(number) == 3)).hasSize(333);
    assertThat(counts.mostSeen(500).filter(number -> counts.of(number) == 2)).hasSize(167);
    assertThat(new IntCounts().mostSeen(10)).isEmpty();
    assertThat(counts.of(7)).isEqualTo(2);
    assertThat(counts.of(14)).isEqualTo(3);
    assertThat(counts.of(1)).isZero();
  }

  /// Values of the table in Abramowitz and Stegun, *Handbook of Mathematical Functions* (1964),
  /// 26.1.
  @Test
  void theNormalDistributionIsThatOfTheTable() {
    assertThat(Normal.below(0)).isCloseTo(0.5, within(1e-6));
    assertThat(Normal.below(1)).isCloseTo(0.841344746, within(1e-5));
    assertThat(Normal.below(-1.96)).isCloseTo(0.024997895, within(1e-5));
    assertThat(Normal.quantile(0.975)).isCloseTo(1.959964, within(1e-3));
    assertThat(Normal.quantile(0.1)).isCloseTo(-1.281552, within(1e-3));
  }

  @Test
  void numbersAreEvenAndBelongToTheirKeys() {
    double sum = 0;
    for (int draw = 0; draw < 10_000; draw++) sum += Numbers.unit(Numbers.of(77, draw));

    assertThat(sum / 10_000).isCloseTo(0.5, within(0.01));
    assertThat(Numbers.key(1, "load")).isEqualTo(Numbers.key(1, "load"));
    assertThat(Numbers.key(1, "load")).isNotEqualTo(Numbers.key(2, "load"));
    assertThat(Numbers.key(1, "load")).isNotEqualTo(Numbers.key(1, "laod"));
  }
}
