package outturn.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outturn.definition.expression.Scope;
import outturn.http.HttpServer;
import outturn.http.HttpSettings;
import outturn.http.Services;
import outturn.runtime.decide.Memory;
import outturn.runtime.disk.FreeDisk;
import outturn.runtime.event.Arrivals;
import outturn.runtime.event.CloudEvents;
import outturn.runtime.event.FileWatch;
import outturn.runtime.event.FolderView;
import outturn.runtime.event.Hooks;
import outturn.runtime.hold.Hold;
import outturn.runtime.measure.CollectTask;
import outturn.runtime.measure.SentObservations;
import outturn.runtime.metric.Metrics;
import outturn.runtime.node.Loops;
import outturn.runtime.notify.ChannelsInForce;
import outturn.runtime.outcome.Outcomes;
import outturn.runtime.project.FileTrees;
import outturn.runtime.project.InForce;
import outturn.runtime.project.Projects;
import outturn.runtime.project.Schedules;
import outturn.runtime.project.Versions;
import outturn.runtime.retention.Retention;
import outturn.runtime.run.RunCommands;
import outturn.runtime.run.RunRequests;
import outturn.runtime.survey.SurveyMeasures;
import outturn.runtime.work.Ledger;
import outturn.runtime.work.WorkOrders;
import outturn.spi.Request;
import outturn.spi.TaskType;
import outturn.store.backup.Snapshot;
import outturn.store.database.ConnectionSettings;
import outturn.store.database.Database;
import outturn.store.embedded.EmbeddedPostgres;
import outturn.store.embedded.OwnDatabase;
import outturn.store.event.Events;
import outturn.store.folder.CannotStart;
import outturn.store.folder.DataFolder;
import outturn.store.run.RunReader;
import outturn.store.secret.Secrets;
import outturn.tasks.graph.UsageReports;
import outturn.tasks.http.HttpTask;
import outturn.tasks.http.MeasureCall;
import outturn.tasks.nothing.NothingTask;
import outturn.tasks.process.Guard;
import outturn.tasks.process.ProcessTask;
import outturn.tasks.process.ProcessTree;
import outturn.tasks.sql.MeasureQuery;
import outturn.tasks.sql.SqlTask;

/// What a server is made of: every object is built here and in [Stores] and [Engine] by hand, and
/// closed in reverse.
public final class Server implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);

  private final Settings settings;
  private final InstantSource clock;
  private final String version;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Metrics metrics = closing(new Metrics());

  private final DataFolder folder;
  private final Optional<EmbeddedPostgres> postgres;
  private final ConnectionSettings connection;
  private final Stores stores;
  private final Guard guard;
  private final FreeDisk disk;
  private final Engine engine;
  private final Hold hold;
  private final InForce inForce;
  private final RunRequests requests;
  private final RunCommands commands;
  private final Projects projects;
  private final Effect effect;
  private final Steering steering;
  private final Notices notices;
  private final Statements statements;
  private final Asking asking;
  private final Foreseeing foreseeing;
  private final int port;

  private volatile boolean stopping;

  /// Starts everything; when it returns, requests are answered, and [#ready] tells when the engine
  /// decides.
  ///
  /// @throws CannotStart when something outside has to be put right first
  /// @throws outturn.http.PortTaken when the port is
  Server(Settings settings, String version, InstantSource clock) {
    this.settings = settings;
    this.version = version;
    this.clock = clock;
    try {
      this.folder = closing(DataFolder.open(settings.data()));
      this.postgres = embedded();
      this.connection = connection();
      this.stores = stores();
      this.hold = new Hold(stores.clusters);
      var versions = new Versions(stores.projects);
      this.inForce = new InForce(stores.projects, versions, clock);
      var channels = new ChannelsInForce(stores.projects, versions);
      this.effect = new Effect(stores, inForce, channels, clock);
      this.disk = FreeDisk.of(folder.path(), settings.faults().keepFree());
      this.guard = closing(Guard.start(Guard.Limits.within(settings.faults().workerLease())));
      this.engine = closing(engine(versions, work(versions)));
      metrics.inbox(engine.inbox);
      this.requests = new RunRequests(inForce, stores.runs, engine.inbox, stores.mailbox, clock);
      this.commands =
          new RunCommands(stores.runs, engine.inbox, stores.mailbox, engine.post, clock);
      this.projects = opened();
      this.foreseeing = closing(new Foreseeing(stores, inForce, engine, clock));
      this.steering = new Steering(stores, effect, foreseeing, this::secret, hold::held, clock);
      var mails = folder.path().resolve("mail");
      var outside = new Notices.Outside(mails, settings.faults().reach());
      this.notices =
          closing(new Notices(stores, channels, outside, this::secret, hold, metrics, clock));
      this.statements = new Statements(effect, stores, notices.ways(), hold::held, mails);
      this.asking = asking(versions);
      watchOver();
      engine.start();
      this.port = closing(new HttpServer(services(), http())).start();
    } catch (RuntimeException failure) {
      close();
      throw failure;
    }
  }

  private Projects opened() {
    return new Projects(
        stores.projectStore,
        stores.projects,
        inForce,
        effect.locks,
        engine.inbox,
        engine.post,
        clock);
  }

  private Asking asking(Versions versions) {
    var surveyed = new SurveyMeasures(inForce, effect.freezing::look);
    return new Asking(stores, versions, surveyed, notices.carriers(), hold, clock);
  }

  private Engine engine(Versions versions, Engine.Work work) {
    return new Engine(
        stores,
        versions,
        work,
        new Memory.Allowance(settings.slots(), hold::held),
        new Engine.Node(version, settings.faults().workerLease()),
        clock);
  }

  private Optional<EmbeddedPostgres> embedded() {
    if (settings.database().isPresent()) return Optional.empty();
    return Optional.of(closing(EmbeddedPostgres.start(folder)));
  }

  private ConnectionSettings connection() {
    return settings
        .database()
        .map(ConnectionSettings::parse)
        .orElseGet(() -> postgres.orElseThrow().connection());
  }

  private Stores stores() {
    var database = closing(Database.open(connection));
    metrics.connections(database);
    return new Stores(
        database, connection, folder, metrics, settings.faults().workerLease(), clock);
  }

  private Engine.Work work(Versions versions) {
    var ledger = closing(new Ledger(folder.path().resolve("ledger")));
    ledger.survivors().forEach(child -> ProcessTree.killSurvivor(child.pid(), child.started()));
    Survivors.end(ledger.left());
    var orders =
        new WorkOrders(
            versions,
            new FileTrees(folder.files(), stores.projects),
            this::secret,
            Scratch.cleared(folder.scratch()));
    return new Engine.Work(types(versions, ledger), orders, ledger, disk, guard);
  }

  private Map<String, TaskType> types(Versions versions, Ledger ledger) {
    var process =
        new ProcessTask(
            ProcessTask.Patience.USUAL,
            (request, pid, at) -> ledger.process(token(request), new Ledger.Child(pid, at)),
            guard);
    var drivers = folder.path().resolve("drivers");
    var reach = settings.faults().reach();
    var sql = closing(new SqlTask(drivers));
    var queries = closing(new MeasureQuery(drivers));
    var calls = closing(new MeasureCall(MeasureCall.USUAL.within(reach)));
    var reports = closing(new UsageReports(UsageReports.Limits.USUAL, Thread::sleep));
    var collect =
        new CollectTask(
            versions,
            stores.observations,
            stores.figures,
            queries::ask,
            (asked, answer) ->
                asked.type().equals("graph")
                    ? reports.ask(asked, answer)
                    : calls.ask(asked, answer),
            effect.freezing::look,
            clock);
    return Map.of(
        process.name(),
        process,
        sql.name(),
        sql,
        "http",
        closing(new HttpTask(HttpTask.Limits.USUAL.within(reach))),
        "nothing",
        new NothingTask(),
        collect.name(),
        collect);
  }

  private static long token(Request request) {
    return Long.parseLong(request.environment().getOrDefault(WorkOrders.TOKEN, "0"));
  }

  /// A secret by its name as expressions write it.
  private Optional<String> secret(String identifier) {
    return stores.secrets.list().stream()
        .filter(stored -> Scope.identifier(stored.name()).equals(identifier))
        .findFirst()
        .flatMap(stored -> stores.secrets.get(stored.name()));
  }

  private void watchOver() {
    var loops = closing(new Loops());
    effect.repeat(loops);
    statements.repeat(loops);
    notices.repeat(loops);
    steering.repeat(loops);
    asking.repeat(loops);
    foreseeing.repeat(loops);
    if (hold.held()) loops.every(Duration.ofSeconds(1), "hold", hold::step);
    var retention = new Retention(inForce, stores.expiry, hold::held, clock);
    loops.every(Duration.ofHours(1), "retention", retention::step);
    var files =
        new FileWatch(
            arrivals(stores.events), stores.events, FolderView.ofHost(), hold::held, clock);
    loops.every(Duration.ofSeconds(1), "files", files::step);
    postgres.ifPresent(
        embedded -> loops.every(Duration.ofSeconds(1), "postgres", embedded::restartIfDead));
  }

  private Services services() {
    return new Services(
        new Services.Runs(
            requests,
            commands,
            stores.runs,
            stores.occurrences,
            foreseeing.services(),
            stores.logsForReaders,
            engine.watch),
        new Services.Definitions(
            inForce,
            projects,
            new Schedules(stores.pauses, engine.inbox, engine.post, clock),
            stores.projects),
        effect.services(steering.services()),
        stores.identity.access(stores.secrets, stores.audit),
        new Services.Cluster(
            this::health,
            stores.nodesForReaders,
            new Services.Upkeep(hold, disk, () -> Snapshot.take(connection)),
            metrics),
        new Services.Outside(happenings(), notices.told(), asking.asked()),
        clock);
  }

  private Services.Happenings happenings() {
    var arrivals = arrivals(stores.eventsForReaders);
    return new Services.Happenings(
        new Hooks(arrivals, this::secret),
        new CloudEvents(arrivals),
        new SentObservations(inForce, stores.observedEvents, effect.freezing::look, clock),
        stores.eventsForReaders);
  }

  private Arrivals arrivals(Events events) {
    return new Arrivals(inForce, events, engine.post, engine.inbox, clock);
  }

  private Services.Health health() {
    if (stopping) return Services.Health.STOPPING;
    if (engine.ready()) return Services.Health.OK;
    return engine.away() ? Services.Health.DATABASE_AWAY : Services.Health.STARTING;
  }

  private HttpSettings http() {
    var address = settings.address();
    try {
      return new HttpSettings(
          InetAddress.getByName(address.host()),
          address.port(),
          settings.serving().limits(),
          settings.serving().metrics(),
          version,
          folder.nodeId(),
          settings.serving().front());
    } catch (UnknownHostException unknown) {
      throw new CannotStart(
          "--bind: there is no address '%s' here".formatted(address.host()), unknown);
    }
  }

  private <T extends AutoCloseable> T closing(T thing) {
    open.push(thing);
    return thing;
  }

  public Path data() {
    return folder.path();
  }

  /// The address for programs on this host.
  String url() {
    return "http://%s:%d".formatted(settings.address().host(), port);
  }

  IdentityStores identity() {
    return stores.identity;
  }

  boolean ready() {
    return engine.ready();
  }

  /// Whether it is a restored copy that waits to be resumed.
  boolean held() {
    return hold.held();
  }

  public RunRequests requests() {
    return requests;
  }

  public Projects projects() {
    return projects;
  }

  public RunReader runs() {
    return stores.runs;
  }

  public Secrets secrets() {
    return stores.secrets;
  }

  public Outcomes outcomes() {
    return effect.outcomes;
  }

  public Statements statements() {
    return statements;
  }

  /// A database beside the server's own, for workflows to work in.
  public ConnectionSettings ownDatabase(String name, String password) {
    return OwnDatabase.make(connection, name, password);
  }

  /// Stops cleanly: requests first, then what is under way may end, then the rest in reverse.
  @Override
  public void close() {
    stopping = true;
    while (!open.isEmpty()) {
      var next = open.pop();
      if (next instanceof Engine deciding) deciding.drain(settings.drain());
      try {
        next.close();
      } catch (Exception failure) {
        LOG.warn("while stopping: {}", failure.toString());
      }
    }
  }
}
