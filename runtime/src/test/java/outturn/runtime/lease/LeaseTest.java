package outturn.runtime.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import outturn.store.ownership.Audible;
import outturn.store.ownership.Claim;
import outturn.store.ownership.NodeStatus;
import outturn.store.ownership.Nodes;

class LeaseTest {
  private long now;
  private Duration answerTakes = Duration.ZERO;
  private final Lease lease = new Lease(new SlowNodes(), "1", Lease.WORKER, () -> now);

  @Test
  void whatWasAnsweredAtOnceIsNewsForTheGuard() {
    assertThat(lease.renew()).isTrue();
    assertThat(lease.mayDecide()).isTrue();
  }

  @Test
  void anAnswerThatCameLateIsNot() {
    answerTakes = Duration.ofSeconds(31);

    assertThat(lease.renew()).isFalse();
    assertThat(lease.mayDecide()).isFalse();
    assertThat(lease.workerHolds()).isTrue();
  }

  @Test
  void afterALateAnswerTheNextCounts() {
    answerTakes = Duration.ofSeconds(31);
    lease.renew();
    answerTakes = Duration.ZERO;

    assertThat(lease.renew()).isTrue();
    assertThat(lease.lapses()).isZero();
  }

  @Test
  void aWorkerThatIsNotHeardOfForTooLongLosesWhatItHas() {
    now += Lease.silence(Lease.WORKER).toNanos();

    assertThat(lease.workerHolds()).isFalse();
    assertThat(lease.renew()).isTrue();
    assertThat(lease.lapses()).isOne();
    assertThat(lease.incarnation()).isEqualTo(2);
  }

  /// Nodes whose answers take their time.
  private final class SlowNodes implements Nodes {
    private long newest;

    @Override
    public long register(String version) {
      return ++newest;
    }

    @Override
    public Renewal renew(long incarnation, Collection<Long> workers) {
      now += answerTakes.toNanos();
      var at = Instant.EPOCH.plusNanos(now + 1);
      return new Renewal(true, true, true, new Audible(at, Set.of(incarnation)));
    }

    @Override
    public Optional<Claim> take(long incarnation) {
      return Optional.empty();
    }

    @Override
    public List<Long> predecessors(long incarnation) {
      return List.of();
    }

    @Override
    public void silence(Collection<Long> incarnations) {}

    @Override
    public void drain(long incarnation) {}

    @Override
    public void leave(long incarnation) {}

    @Override
    public List<NodeStatus> all() {
      return List.of();
    }
  }
}
