package outturn.runtime.node;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoopsTest {
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicInteger steps = new AtomicInteger();

  @Test
  void aStepThatFailsIsRepeated() throws InterruptedException {
    var again = new CountDownLatch(2);
    try (var loops = new Loops(ended::countDown)) {
      loops.repeat(
          "fails",
          () -> {
            again.countDown();
            throw new IllegalStateException("of the test");
          });

      assertThat(again.await(10, SECONDS)).isTrue();
    }
    assertThat(ended.getCount()).isOne();
  }

  @Test
  void afterAnErrorTheProcessEndsAndNothingIsRepeated() throws InterruptedException {
    try (var loops = new Loops(ended::countDown)) {
      loops.repeat(
          "breaks",
          () -> {
            steps.incrementAndGet();
            throw new StackOverflowError("of the test");
          });

      assertThat(ended.await(10, SECONDS)).isTrue();
    }
    assertThat(steps).hasValue(1);
  }
}
