package outturn.runtime.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowanceTest {
  private long clock;
  private long cpu;
  private final Allowance allowance = new Allowance(() -> clock, () -> cpu);

  private void pass(long millis, long ofThread) {
    clock += Duration.ofMillis(millis).toNanos();
    cpu += Duration.ofMillis(ofThread).toNanos();
  }

  @Test
  void aTenthOfTheTimeIsLeftInTheLongRun() {
    allowance.reads();
    pass(3_000, 0);
    assertThat(allowance.isLeft()).isFalse();
    allowance.rests();

    pass(6_900, 0);
    assertThat(allowance.isLeft()).isFalse();
    pass(200, 0);
    assertThat(allowance.isLeft()).isTrue();
  }

  @Test
  void whatIsComputedCountsAsTheThreadHasWorked() {
    allowance.computes();
    pass(5_000, 1_900);
    assertThat(allowance.isLeft()).isTrue();
    pass(100, 1_000);
    assertThat(allowance.isLeft()).isFalse();
  }

  @Test
  void whatIsReadCountsByTheClock() {
    allowance.reads();
    pass(2_300, 10);
    assertThat(allowance.isLeft()).isFalse();
  }

  @Test
  void aLongRestLetsNoMoreThanABurstBeDone() {
    pass(100_000, 0);
    assertThat(allowance.isLeft()).isTrue();
    allowance.computes();
    pass(2_300, 2_300);
    assertThat(allowance.isLeft()).isFalse();
  }
}
