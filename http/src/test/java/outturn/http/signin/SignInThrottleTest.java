package outturn.http.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
  private Instant now = Instant.parse("2026-03-01T08:00:00Z");
  private final SignInThrottle throttle = new SignInThrottle(() -> now);

  private Optional<Duration> take(String user, String address) {
    return throttle.take(user, address);
  }

  @Test
  void afterFiveWrongTriesEachWaitIsTwiceTheOneBefore() {
    for (int i = 0; i < 5; i++) assertThat(take("ada", "192.0.2." + i)).isEmpty();
    assertThat(take("ada", "192.0.2.9")).contains(Duration.ofSeconds(1));
    for (int seconds = 1; seconds <= 256; seconds *= 2) {
      now = now.plusSeconds(seconds);
      assertThat(take("ada", "192.0.2.9")).isEmpty();
    }
    assertThat(take("ada", "192.0.2.9")).contains(Duration.ofMinutes(5));
    assertThat(take("bob", "192.0.2.10")).isEmpty();
  }

  @Test
  void aRightTryForgetsTheWrongOnesOfItsUserOnly() {
    for (int i = 0; i < 4; i++) take("ada", "192.0.2.1");
    throttle.right("ada", "192.0.2.1");
    for (int i = 0; i < 5; i++) assertThat(take("ada", "192.0.2.1")).isEmpty();
    assertThat(take("ada", "192.0.2.1")).isPresent();
  }

  @Test
  void oneAddressThatTriesManyUsersHasToWaitAndSoHasItsWholeNetwork() {
    for (int i = 0; i < 25; i++) assertThat(take("user" + i, "2001:db8::" + i)).isEmpty();
    assertThat(take("another", "2001:db8::ffff")).isPresent();
    assertThat(take("another", "2001:db8:0:1::1")).isEmpty();
    now = now.plus(Duration.ofMinutes(16));
    assertThat(take("another", "2001:db8::ffff")).isEmpty();
  }
}
