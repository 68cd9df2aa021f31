package outturn.server;

import java.time.Duration;
import java.time.InstantSource;
import outturn.runtime.metric.Metrics;
import outturn.store.audit.AuditTrail;
import outturn.store.cluster.Clusters;
import outturn.store.database.ConnectionSettings;
import outturn.store.database.Database;
import outturn.store.database.Lane;
import outturn.store.event.Events;
import outturn.store.event.ObservedEvents;
import outturn.store.folder.DataFolder;
import outturn.store.journal.Journal;
import outturn.store.journal.SqlJournal;
import outturn.store.journal.SqlTruth;
import outturn.store.journal.Truth;
import outturn.store.log.LogStore;
import outturn.store.mailbox.Bell;
import outturn.store.mailbox.Mailbox;
import outturn.store.mailbox.SqlMailbox;
import outturn.store.measure.Observations;
import outturn.store.measure.RunFigures;
import outturn.store.ownership.Nodes;
import outturn.store.ownership.SqlNodes;
import outturn.store.project.ProjectReader;
import outturn.store.project.ProjectStore;
import outturn.store.project.SchedulePauses;
import outturn.store.range.Ranges;
import outturn.store.retention.Expiry;
import outturn.store.retention.Pace;
import outturn.store.run.OccurrenceReader;
import outturn.store.run.RunReader;
import outturn.store.secret.Secrets;
import outturn.store.secret.SecretsKey;

/// Everything that reads and writes rows, each on the lane of those whom it serves.
final class Stores {
  // Some milliseconds of work each, and the database is for others nine tenths of the time.
  private static final Pace PACE = new Pace(500, 2_000, () -> Thread.sleep(100));

  // The engine's lanes: no request and no screen can take their connections.
  final Journal journal;
  final Nodes nodes;
  final Bell bell;
  final Truth truth;
  final Mailbox mailbox;
  final ProjectReader projects;
  final LogStore logs;
  final Secrets secrets;
  final Observations observations;
  final OutcomeStores outcomes;
  final SurveyStores surveys;
  final RunFigures figures;
  final Ranges ranges;
  final Clusters clusters;
  final Expiry expiry;
  final NoticeStores notices;

  final ProjectStore projectStore;
  final RunReader runs;
  final OccurrenceReader occurrences;
  final SchedulePauses pauses;
  final ForecastStores forecasts;
  final LogStore logsForReaders;
  final IdentityStores identity;
  final AuditTrail audit;
  final Events events;
  final Events eventsForReaders;
  final ObservedEvents observedEvents;

  final Nodes nodesForReaders;

  /// @param connection of the bell, which waits on one of its own
  Stores(
      Database database,
      ConnectionSettings connection,
      DataFolder folder,
      Metrics metrics,
      Duration workerLease,
      InstantSource clock) {
    this.journal = new SqlJournal(database.dataSource(Lane.JOURNAL), metrics.journal());
    this.nodes = new SqlNodes(database.jdbi(Lane.JOURNAL), folder.nodeId(), workerLease);
    this.bell = new Bell(connection);
    var worker = database.jdbi(Lane.WORKER);
    this.truth = new SqlTruth(worker);
    this.mailbox = new SqlMailbox(worker);
    this.projects = new ProjectReader(worker);
    this.logs = new LogStore(worker);
    this.secrets = new Secrets(worker, SecretsKey.in(folder.secretsKey()), clock);
    this.surveys = SurveyStores.of(database, SecretsKey.in(folder.secretsKey()));
    this.observations = new Observations(worker);
    this.outcomes = OutcomeStores.of(database, clock);
    this.figures = new RunFigures(worker);
    this.ranges = new Ranges(worker, clock);
    this.clusters = new Clusters(worker, clock);
    this.expiry = new Expiry(worker, PACE);
    this.notices = NoticeStores.of(database, clock);
    var api = database.requests();
    this.projectStore = new ProjectStore(api);
    this.runs = new RunReader(api, clock);
    this.occurrences = new OccurrenceReader(api);
    this.pauses = new SchedulePauses(api);
    this.forecasts = ForecastStores.of(database, clock);
    this.logsForReaders = new LogStore(api);
    this.identity = IdentityStores.of(database, clock, folder.adminToken());
    this.audit = new AuditTrail(api, clock);
    this.events = new Events(worker);
    this.eventsForReaders = new Events(api);
    this.observedEvents = new ObservedEvents(api);
    this.nodesForReaders = new SqlNodes(api, folder.nodeId(), workerLease);
  }
}
