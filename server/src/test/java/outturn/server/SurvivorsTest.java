package outturn.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import outturn.runtime.work.WorkOrders;

class SurvivorsTest {
  private final Process left = sleeper("-4711");
  private final Process other = sleeper("-47110");

  private static Process sleeper(String token) {
    var builder = new ProcessBuilder("setsid", "--wait", "sh", "-c", "sleep 300; true");
    builder.environment().put(WorkOrders.TOKEN, token);
    try {
      return builder.start();
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  @AfterEach
  void end() {
    for (var process : List.of(left, other)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  @Test
  void aProcessIsKnownByTheTokenOfItsAttempt() throws Exception {
    Survivors.end(Set.of(-4711L));

    assertThat(left.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(other.isAlive()).isTrue();
  }
}
