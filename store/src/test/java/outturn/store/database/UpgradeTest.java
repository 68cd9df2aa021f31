package outturn.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import outturn.engine.run.AttemptId;
import outturn.engine.run.Partition;
import outturn.engine.run.RunId;
import outturn.engine.trigger.Waiting;
import outturn.store.cluster.Clusters;
import outturn.store.identity.Users;
import outturn.store.journal.SqlTruth;
import outturn.store.log.LogStore;
import outturn.store.mailbox.SqlMailbox;
import outturn.store.measure.Observations;
import outturn.store.outcome.Agreements;
import outturn.store.outcome.Baselines;
import outturn.store.project.ProjectReader;
import outturn.store.run.OccurrenceReader;
import outturn.store.run.RunFilter;
import outturn.store.run.RunReader;

/// A database of every released version is brought to this one, and all that a server reads at its
/// start and for its screens is there.
class UpgradeTest {
  private static final RunId ENDED = new RunId(4_194_304);
  private static final List<Integer> ALL = Partition.ALL;

  static List<String> versions() {
    return ReleasedSchemas.versions();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void theEngineReadsWhatAnEarlierVersionWrote(String version) {
    try (var database = Database.open(ReleasedSchemas.filled(version))) {
      var jdbi = database.jdbi(Lane.WORKER);
      var truth = new SqlTruth(jdbi);
      assertThat(truth.newestRun().value()).isEqualTo(4_194_306);
      var runs = new ArrayList<RunId>();
      truth.liveRuns(ALL, row -> runs.add(row.id()));
      assertThat(runs).containsExactly(new RunId(4_194_305));
      var attempts = new ArrayList<String>();
      truth.liveAttempts(ALL, row -> attempts.add(row.id().task()));
      assertThat(attempts).containsExactlyInAnyOrder("load", "rest");
      assertThat(truth.timers(ALL, Instant.now())).hasSize(1);
      assertThat(new SqlMailbox(jdbi).read(ALL, 0, 10)).hasSize(1);
      projects(new ProjectReader(jdbi));
      if (Schema.compare(version, "10") >= 0) {
        assertThat(truth.waitingEvents(ALL)).hasSize(1);
        var needs = truth.needs(ALL).stream().map(Waiting.Need::wanted).toList();
        assertThat(needs).hasSize(1);
        assertThat(truth.met(needs)).isEmpty();
      }
    }
  }

  private static void projects(ProjectReader projects) {
    assertThat(projects.projects()).hasSize(1);
    assertThat(projects.files(1)).containsOnlyKeys("outturn.yaml");
    assertThat(projects.pools("work")).containsEntry("licences", 2);
    assertThat(projects.schedules("work")).hasSize(1);
    assertThat(projects.inForce()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void theScreensReadWhatAnEarlierVersionWrote(String version) {
    try (var database = Database.open(ReleasedSchemas.filled(version))) {
      var jdbi = database.jdbi(Lane.SCREENS);
      var reader = new RunReader(jdbi, InstantSource.system());
      assertThat(reader.newest(RunFilter.ALL, Optional.empty(), 10)).hasSize(3);
      assertThat(reader.run(ENDED).orElseThrow().attempts()).hasSize(1);
      assertThat(reader.recent(List.of("nightly"), 5).get("nightly")).hasSize(3);
      assertThat(new OccurrenceReader(jdbi).of("nightly", Optional.empty(), 5)).hasSize(1);
      assertThat(new LogStore(jdbi).size(new AttemptId(ENDED, "load", 0, 1))).isEqualTo(4);
      assertThat(new Clusters(jdbi, InstantSource.system()).read().heldSince()).isEmpty();
      if (Schema.compare(version, "2") >= 0) {
        assertThat(new Users(jdbi, InstantSource.system()).list()).hasSize(1);
      }
      if (Schema.compare(version, "3") >= 0) records(jdbi);
      if (Schema.compare(version, "12") >= 0) {
        assertThat(new Agreements(jdbi).history("one-visit")).hasSize(1);
      }
    }
  }

  private static void records(Jdbi jdbi) {
    assertThat(new Observations(jdbi).all("rate", Instant.now())).hasSize(2);
    assertThat(new Baselines(jdbi).current("one-visit", "rate")).isPresent();
  }
}
