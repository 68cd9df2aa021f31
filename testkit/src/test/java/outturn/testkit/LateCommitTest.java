package outturn.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import outturn.runtime.lease.Lease;
import outturn.testkit.database.Line;

/// A commit whose answer comes so late that the worker's lease has lapsed meanwhile: others may
/// have taken its attempts for lost, so that the worker has to know that they were decided before.
class LateCommitTest {
  private static final long LONG = Lease.WORKER.plus(Duration.ofSeconds(10)).toNanos();

  private long now;
  private boolean late;
  private final PlainNode node =
      new PlainNode("host", PlainNode.database(() -> now), new LateAnswers(), () -> now);

  @Test
  void whatWasDecidedBeforeTheLapseIsMarkedAsSuch() {
    assertThat(node.lease.renew()).isTrue();
    node.decisions.pass();
    node.order();

    late = true;
    node.decisions.pass();

    assertThat(node.lease.lapses()).isEqualTo(1);
    assertThat(node.lapses.values()).containsExactly(0L);
  }

  @Test
  void aCommitInGoodTimeIsNotMarked() {
    assertThat(node.lease.renew()).isTrue();
    node.decisions.pass();
    node.order();

    node.decisions.pass();

    assertThat(node.lapses.values()).containsExactly(node.lease.lapses());
  }

  /// The whole node stands still when a commit has been made, and its lease loop wakes first.
  private final class LateAnswers implements Line.Weather {
    private String asked = "";

    @Override
    public void before(String what) {
      asked = what;
    }

    @Override
    public void after() {
      if (!late || !asked.equals("commit")) return;
      late = false;
      now += LONG;
      node.lease.renew();
      node.lease.renew();
    }
  }
}
