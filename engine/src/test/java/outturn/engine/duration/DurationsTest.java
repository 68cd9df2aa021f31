package outturn.engine.duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DurationsTest {
  private static Sample done(long day, int type) {
    return new Sample(day, type, 1_000 + day, Sample.How.SUCCEEDED);
  }

  @Test
  void theOldestOfTheCommonestKindOfDayIsForgottenFirst() {
    var durations = Durations.EMPTY.with(done(1, 2));
    for (int day = 2; day < 200; day++) durations = durations.with(done(day, 0));

    assertThat(durations.samples()).isEqualTo(Durations.MOST);
    assertThat(durations.done().getFirst()).isEqualTo(new Durations.Done(1, 2, 1_001));
    assertThat(durations.done().getLast().day()).isEqualTo(199);
    assertThat(durations.done().get(1).day()).isEqualTo(200 - Durations.MOST + 1);
  }

  @Test
  void ofManyKindsAFewOfEachAreKept() {
    var durations = Durations.EMPTY;
    for (int day = 0; day < 1_000; day++) durations = durations.with(done(day, day % 10));
    for (int kind = 0; kind < 10; kind++) {
      assertThat(durations.ofKind(kind)).isEqualTo(Durations.OF_EACH);
    }

    for (int day = 0; day < 1_000; day++) durations = durations.with(done(day, day % 500));
    assertThat(durations.samples()).isEqualTo(Durations.MOST_OF_ALL);
  }

  @Test
  void attemptsAreCountedAndOldOnesFade() {
    var durations = Durations.EMPTY;
    for (int attempt = 0; attempt < 100; attempt++) {
      durations = durations.with(new Sample(attempt, 0, 50, Sample.How.FAILED));
    }
    assertThat(durations.failures()).isEqualTo(100);
    assertThat(durations.failed()).hasSize(Durations.MOST_FAILED);

    for (int day = 100; day < 500; day++) durations = durations.with(done(day, 0));

    assertThat(durations.failures()).isLessThanOrEqualTo(13);
    assertThat(durations.successes() + durations.failures())
        .isLessThanOrEqualTo(Durations.MOST_COUNTED);
  }

  @Test
  void numbersHoldAllOfIt() {
    var durations =
        Durations.EMPTY
            .with(done(5, 1))
            .with(new Sample(6, 0, 70, Sample.How.FAILED))
            .with(done(7, 0));

    assertThat(Durations.of(durations.numbers())).isEqualTo(durations);
    assertThat(durations.numbers())
        .containsExactly(1L, 2L, 1L, 2L, 1L, 5L, 1L, 1_005L, 7L, 0L, 1_007L, 70L);
    assertThat(Durations.of(Durations.EMPTY.numbers())).isEqualTo(Durations.EMPTY);
  }

  @Test
  void numbersThatAreNoDurationsAreRefused() {
    assertThatThrownBy(() -> Durations.of(List.of(9L, 0L, 0L, 0L, 0L)))
        .hasMessage("these numbers are no durations of format 1");
    assertThatThrownBy(() -> Durations.of(List.of(1L, 0L, 0L, 1L, 0L)))
        .hasMessage("5 numbers, and 8 were expected");
  }
}
