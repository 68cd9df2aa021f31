package outturn.cli.run;

import java.time.Duration;
import java.util.function.Supplier;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.ExitCode;

/// Asks again and again, ever more slowly, and bears a server that is away for a while.
final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofSeconds(2);
  private static final int MOST_FAILURES = 15;

  private Duration next = FIRST;
  private int failures;

  /// What is asked for, as soon as the server can answer.
  <T> T ask(Supplier<T> question) {
    while (true) {
      try {
        var answer = question.get();
        failures = 0;
        return answer;
      } catch (CommandFailed failed) {
        if (failed.exitCode() != ExitCode.UNREACHABLE || ++failures > MOST_FAILURES) throw failed;
        pause();
      }
    }
  }

  /// Something happened: the next pause is short again.
  void reset() {
    next = FIRST;
  }

  void pause() {
    try {
      Thread.sleep(next);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CommandFailed(ExitCode.REFUSED, "interrupted");
    }
    var longer = next.multipliedBy(3).dividedBy(2);
    next = longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
  }
}
