package outturn.store.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outturn.engine.decide.Change;
import outturn.engine.run.Partition;
import outturn.store.TestDatabase;
import outturn.store.database.Lane;
import outturn.store.journal.Journal;
import outturn.store.journal.Journal.Outcome;
import outturn.store.journal.SqlJournal;

class NodesTest {
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Jdbi JDBI = DATABASE.database().jdbi(Lane.JOURNAL);

  private final Nodes ada = new SqlNodes(JDBI, "ada", Duration.ofSeconds(90));
  private final Nodes bob = new SqlNodes(JDBI, "bob", Duration.ofSeconds(90));
  private final Journal journal = new SqlJournal(DATABASE.database().dataSource(Lane.JOURNAL));

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void nobodyIsThere() {
    JDBI.useHandle(handle -> {
      handle.execute("update partition set owner = null");
      handle.execute("delete from node");
    });
  }

  private static void longAgo(long incarnation) {
    JDBI.useHandle(handle ->
        handle.execute(
            "update node set lease_until = clock_timestamp() - interval '1 second' where incarnation = ?",
            incarnation));
  }

  private static void steady(long incarnation) {
    JDBI.useHandle(handle ->
        handle.execute(
            "update node set steady_since = clock_timestamp() - interval '1 hour' where incarnation = ?",
            incarnation));
  }

  private Outcome commits(Fence fence) {
    return journal.commit(fence, List.<Change>of(new Change.MessageTaken(-1)));
  }

  @Test
  void theFirstNodeTakesAllAndTheSecondGetsItsHalfWhenTheFirstGivesIt() {
    long first = ada.register("1");
    assertThat(ada.take(first).orElseThrow().partitions())
        .containsExactlyInAnyOrderElementsOf(Partition.ALL);
    long second = bob.register("1");

    assertThat(bob.take(second).orElseThrow().partitions()).isEmpty();
    assertThat(ada.renew(first, Set.of(first)).even()).isFalse();
    assertThat(ada.take(first).orElseThrow().partitions()).hasSize(32);
    assertThat(bob.renew(second, Set.of(second)).even()).isFalse();
    assertThat(bob.take(second).orElseThrow().partitions()).hasSize(32);
    assertThat(ada.renew(first, Set.of(first)).even()).isTrue();
    assertThat(ada.all().stream().map(NodeStatus::partitions).mapToInt(List::size).sum())
        .isEqualTo(Partition.COUNT);
  }

  @Test
  void aBatchUnderAnOlderFenceIsRefused() {
    long node = ada.register("1");
    var before = ada.take(node).orElseThrow().fence();
    assertThat(commits(before)).isEqualTo(new Outcome.Committed());

    var after = ada.take(node).orElseThrow().fence();

    assertThat(commits(before)).isEqualTo(new Outcome.Refused());
    assertThat(commits(after)).isEqualTo(new Outcome.Committed());
  }

  @Test
  void aNodeThatIsNotHeardOfIsDeclaredDeadAndNeverDecidesAgain() {
    long dead = ada.register("1");
    var fence = ada.take(dead).orElseThrow().fence();
    long other = bob.register("1");
    longAgo(dead);
    steady(other);
    steadyDatabase();

    assertThat(bob.take(other).orElseThrow().partitions()).hasSize(Partition.COUNT);

    assertThat(commits(fence)).isEqualTo(new Outcome.Refused());
    assertThat(ada.renew(dead, Set.of(dead)).alive()).isFalse();
    assertThat(ada.take(dead)).isEmpty();
    // Its processes may still run.
    assertThat(bob.renew(other, Set.of(other)).audible().incarnations()).contains(dead);
  }

  /// Nobody is declared dead just after the database has started.
  private static void steadyDatabase() {
    JDBI.useHandle(handle -> {
      while (handle
          .createQuery("select pg_postmaster_start_time() + interval '10 s' > clock_timestamp()")
          .mapTo(Boolean.class)
          .one()) {
        handle.execute("select pg_sleep(0.2)");
      }
    });
  }

  @Test
  void whoWasAwayItselfDeclaresNobodyDead() {
    long silent = ada.register("1");
    ada.take(silent);
    longAgo(silent);
    long fresh = bob.register("1");

    assertThat(bob.take(fresh).orElseThrow().partitions()).isEmpty();
  }

  @Test
  void aServerThatIsStartedAgainTakesOverFromItselfAtOnce() {
    long before = ada.register("1");
    ada.take(before);

    long after = ada.register("1");

    assertThat(ada.take(after).orElseThrow().partitions()).hasSize(Partition.COUNT);
    assertThat(ada.predecessors(after)).containsExactly(before);
    ada.silence(List.of(before));
    assertThat(ada.renew(after, Set.of(after)).audible().incarnations()).doesNotContain(before);
  }

  @Test
  void whoStopsGivesItsPartsToOthersAndLeavesNothingBehind() {
    long staying = ada.register("1");
    ada.take(staying);
    long stopping = bob.register("1");
    ada.take(staying);
    bob.take(stopping);
    bob.drain(stopping);
    assertThat(bob.renew(stopping, Set.of(stopping)).even()).isFalse();

    assertThat(bob.take(stopping).orElseThrow().partitions()).isEmpty();
    assertThat(ada.take(staying).orElseThrow().partitions()).hasSize(Partition.COUNT);
    assertThat(ada.all().stream().map(NodeStatus::state).collect(Collectors.toSet()))
        .contains(NodeStatus.State.DRAINING);

    bob.leave(stopping);
    assertThat(ada.all().stream().map(NodeStatus::incarnation)).containsExactly(staying);
  }

  @Test
  void aWorkersLeaseThatHasLapsedIsNotRenewed() {
    long node = ada.register("1");
    JDBI.useHandle(handle ->
        handle.execute("update node set worker_until = clock_timestamp() - interval '1 s'"));

    assertThat(ada.renew(node, Set.of(node)).workersHeld()).isFalse();
  }
}
