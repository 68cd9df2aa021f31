package outturn.http.now;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import outturn.http.route.Answer;

final class SharedTest {
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final Shared shared = new Shared(now::get);
  private final AtomicInteger made = new AtomicInteger();

  @Test
  void thoseWhoAskWithinAMomentGetTheSame() {
    var first = shared.answer(this::make);
    pass(Shared.FRESH.minusMillis(1));
    assertThat(shared.answer(this::make)).isSameAs(first);
    pass(Duration.ofMillis(1));
    assertThat(shared.answer(this::make)).isNotSameAs(first);
    assertThat(made).hasValue(2);
  }

  @Test
  void whoAsksWhileItIsMadeWaitsForIt() throws Exception {
    var begun = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<Answer>>();
      answers.add(
          threads.submit(() ->
              shared.answer(() -> {
                begun.countDown();
                return await(go);
              })));
      begun.await();
      for (var i = 0; i < 20; i++) answers.add(threads.submit(() -> shared.answer(this::make)));
      go.countDown();
      for (var answer : answers) assertThat(answer.get()).isSameAs(answers.getFirst().get());
    }
    assertThat(made).hasValue(1);
  }

  @Test
  void aFailureIsNotKept() {
    assertThatThrownBy(() ->
            shared.answer(() -> {
              throw new IllegalStateException("the database is away");
            }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(shared.answer(this::make)).isNotNull();
  }

  @Test
  void anAnswerOfTheFutureIsNotGivenWhenTheClockWasSetBack() {
    var first = shared.answer(this::make);
    pass(Duration.ofHours(-1));
    assertThat(shared.answer(this::make)).isNotSameAs(first);
  }

  private void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  private Answer make() {
    return Answer.json(made.incrementAndGet());
  }

  private Answer await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    return make();
  }
}
