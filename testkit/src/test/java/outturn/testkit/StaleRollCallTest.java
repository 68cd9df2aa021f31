package outturn.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import outturn.engine.run.AttemptState;
import outturn.testkit.database.Line;
import outturn.testkit.database.SimulatedDatabase;

/// A node that takes all, and then stands still for long while it reads: another one comes, takes
/// over and begins an attempt. When the first goes on, it has never heard of the other.
class StaleRollCallTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final int FAR_BEYOND_A_LEASE = 20;
  private static final int SILENT_FOR_LONG = 120;

  private long now;
  private boolean stands;
  private final SimulatedDatabase database = PlainNode.database(() -> now);
  private final PlainNode first = new PlainNode("first", database, new Standstill(), () -> now);

  @Test
  void whatAnotherNodeHasUnderWayIsNotLostWhenItsPartitionsAreTaken() {
    stands = true;
    first.lease.renew();
    first.decisions.pass();
    assertThat(stands).as("it stood still while it read").isFalse();
    assertThat(states()).containsExactly(AttemptState.RUNNING);

    takesAll();
    first.decisions.pass();
    assertThat(states()).containsExactly(AttemptState.RUNNING);
  }

  @Test
  void itIsLostWhenTheOtherIsNotHeardOfAnyMore() {
    stands = true;
    first.lease.renew();
    first.decisions.pass();

    passes(first, SILENT_FOR_LONG);
    first.decisions.pass();
    first.decisions.pass();

    assertThat(states()).first().isEqualTo(AttemptState.LOST);
  }

  /// The first begins anew, and the other does not decide any more; its worker still counts.
  private void takesAll() {
    passes(first, FAR_BEYOND_A_LEASE);
    first.decisions.pass();
    assertThat(first.decisions.ready()).isTrue();
  }

  private void passes(PlainNode node, int seconds) {
    for (int second = 0; second < seconds; second++) {
      now += SECOND;
      node.lease.renew();
    }
  }

  private Iterable<AttemptState> states() {
    return database.rows().attempts().stream().map(attempt -> attempt.state()).toList();
  }

  private final class Standstill implements Line.Weather {
    @Override
    public void before(String what) {
      if (!stands || !what.equals("liveAttempts")) return;
      stands = false;
      var second = new PlainNode("second", database, new Fair(), () -> now);
      passes(second, FAR_BEYOND_A_LEASE);
      second.decisions.pass();
      second.order();
      second.decisions.pass();
    }

    @Override
    public void after() {}
  }

  private static final class Fair implements Line.Weather {
    @Override
    public void before(String what) {}

    @Override
    public void after() {}
  }
}
