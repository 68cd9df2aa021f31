package outturn.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import outturn.engine.pool.Lane;
import outturn.runtime.decide.Decisions;
import outturn.runtime.decide.Effects;
import outturn.runtime.decide.Inbox;
import outturn.runtime.decide.Memory;
import outturn.runtime.decide.Post;
import outturn.runtime.decide.RollCall;
import outturn.runtime.disk.FreeDisk;
import outturn.runtime.event.Arrivals;
import outturn.runtime.event.CloudEvents;
import outturn.runtime.event.FileWaits;
import outturn.runtime.event.FileWatch;
import outturn.runtime.event.FolderView;
import outturn.runtime.event.Hooks;
import outturn.runtime.hold.Hold;
import outturn.runtime.impact.Demonstrating;
import outturn.runtime.lease.Lease;
import outturn.runtime.live.RunWatch;
import outturn.runtime.log.LogLane;
import outturn.runtime.measure.SentObservations;
import outturn.runtime.metric.Metrics;
import outturn.runtime.node.Loops;
import outturn.runtime.notify.Carrier;
import outturn.runtime.notify.Carriers;
import outturn.runtime.notify.ChannelsInForce;
import outturn.runtime.notify.NoticeWords;
import outturn.runtime.notify.Notifying;
import outturn.runtime.notify.TicketDesk;
import outturn.runtime.project.FileTrees;
import outturn.runtime.project.InForce;
import outturn.runtime.project.PlanLocks;
import outturn.runtime.project.Projects;
import outturn.runtime.project.Schedules;
import outturn.runtime.project.StoredDefinitions;
import outturn.runtime.project.Versions;
import outturn.runtime.run.RunCommands;
import outturn.runtime.run.RunRequests;
import outturn.runtime.work.HostWorker;
import outturn.runtime.work.Ledger;
import outturn.runtime.work.WorkOrders;
import outturn.spi.TaskType.Result;
import outturn.store.TestDatabase;
import outturn.store.audit.Audit;
import outturn.store.audit.AuditTrail;
import outturn.store.backup.Snapshot;
import outturn.store.cluster.Clusters;
import outturn.store.database.Database;
import outturn.store.event.Events;
import outturn.store.event.ObservedEvents;
import outturn.store.folder.PrivateFile;
import outturn.store.identity.Grants;
import outturn.store.identity.Logins;
import outturn.store.identity.Passwords;
import outturn.store.identity.Role;
import outturn.store.identity.Tokens;
import outturn.store.identity.Users;
import outturn.store.identity.Visit;
import outturn.store.journal.SqlJournal;
import outturn.store.journal.SqlTruth;
import outturn.store.log.LogStore;
import outturn.store.mailbox.Mailbox;
import outturn.store.mailbox.SqlMailbox;
import outturn.store.notify.MessageMaker;
import outturn.store.notify.NewsSorter;
import outturn.store.notify.Notifications;
import outturn.store.notify.Outbox;
import outturn.store.outcome.AnalysisPlans;
import outturn.store.outcome.Baselines;
import outturn.store.ownership.Nodes;
import outturn.store.ownership.SqlNodes;
import outturn.store.project.ProjectReader;
import outturn.store.project.ProjectStore;
import outturn.store.project.SchedulePauses;
import outturn.store.range.Ranges;
import outturn.store.run.OccurrenceReader;
import outturn.store.run.RunReader;
import outturn.store.secret.Secrets;
import outturn.store.secret.SecretsKey;
import outturn.tasks.nothing.NothingTask;
import outturn.tasks.process.Guard;
import outturn.tasks.process.ProcessTask;

/// A whole server for tests: a real database, the engine, and HTTP on a free port of this host.
public final class TestServer implements AutoCloseable {
  private static final InstantSource CLOCK = InstantSource.system();

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final TestDatabase database = closing(TestDatabase.create());
  private final AtomicReference<Services.Health> health = new AtomicReference<>(Services.Health.OK);
  private final Metrics metrics = closing(new Metrics());
  private final Hold hold = new Hold(new Clusters(jdbi(), CLOCK));
  private final Inbox inbox = new Inbox();
  private final FreeDisk disk = new FreeDisk(() -> Long.MAX_VALUE, 0);
  private final RunWatch watch = new RunWatch();
  private Function<FolderView, FileWatch> files =
      _ -> {
        throw new IllegalStateException("not started");
      };
  private final Services services;
  private final HttpServer server;
  private final int port;

  public static TestServer start() {
    return start(HttpSettings.Limits.USUAL);
  }

  static TestServer start(HttpSettings.Limits limits) {
    return new TestServer(limits, HttpSettings.Front.USUAL);
  }

  public static TestServer start(HttpSettings.Front front) {
    return new TestServer(HttpSettings.Limits.USUAL, front);
  }

  private TestServer(HttpSettings.Limits limits, HttpSettings.Front front) {
    try {
      var folder = Files.createTempDirectory("outturn-http");
      new Ranges(jdbi(), CLOCK).make(1);
      this.services = services(folder);
      for (var role : Role.values()) {
        services.access().users().add(role.word() + "-user", role.word(), role, "test");
      }
      var settings = HttpSettings.loopback(0, "test-version", "test-node").with(limits, front);
      this.server = closing(new HttpServer(services, settings));
      this.port = server.start();
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private Services services(Path folder) throws IOException, InterruptedException {
    var projectReader = new ProjectReader(jdbi());
    var versions = new Versions(projectReader);
    var inForce = new InForce(projectReader, versions, CLOCK);
    var locks = new PlanLocks(inForce, new AnalysisPlans(jdbi()));
    var reader = new RunReader(jdbi(), CLOCK);
    var mailbox = new SqlMailbox(jdbi());
    var files = Files.createDirectory(folder.resolve("files"));
    var scratch = Files.createDirectory(folder.resolve("scratch"));
    var orders =
        new WorkOrders(
            versions, new FileTrees(files, projectReader), _ -> Optional.empty(), scratch);
    var post = engine(folder, orders, projectReader, versions, mailbox);
    return new Services(
        new Services.Runs(
            new RunRequests(inForce, reader, inbox, mailbox, CLOCK),
            new RunCommands(reader, inbox, mailbox, post, CLOCK),
            reader,
            new OccurrenceReader(jdbi()),
            TestProspects.of(jdbi(), inForce, projectReader, watch, CLOCK),
            new LogStore(jdbi()),
            watch),
        new Services.Definitions(
            inForce,
            new Projects(
                new ProjectStore(jdbi()), projectReader, inForce, locks, inbox, post, CLOCK),
            new Schedules(new SchedulePauses(jdbi()), inbox, post, CLOCK),
            projectReader),
        TestEffect.of(jdbi(), inForce, locks, projectReader, CLOCK),
        access(folder),
        cluster(),
        new Services.Outside(
            happenings(inForce, post),
            told(projectReader, versions),
            TestAsking.of(jdbi(), folder, projectReader, versions, CLOCK)),
        CLOCK);
  }

  private Services.Happenings happenings(InForce inForce, Post post) {
    var events = new Events(jdbi());
    var arrivals = new Arrivals(inForce, events, post, inbox, CLOCK);
    files = view -> new FileWatch(arrivals, events, view, hold::held, CLOCK);
    var hooks = new Hooks(arrivals, name -> Optional.of("sesame").filter(_ -> name.equals("hook")));
    var observations = new SentObservations(inForce, new ObservedEvents(jdbi()), _ -> {}, CLOCK);
    return new Services.Happenings(hooks, new CloudEvents(arrivals), observations, events);
  }

  private Services.Told told(ProjectReader projectReader, Versions versions) {
    var notifications = new Notifications(jdbi(), CLOCK);
    Carrier nowhere = (_, _) -> new Result.Done(Map.of());
    var notifying =
        new Notifying(
            new Notifying.Rows(
                new NewsSorter(jdbi()),
                new MessageMaker(jdbi(), new NoticeWords()),
                new Outbox(jdbi())),
            new ChannelsInForce(projectReader, versions),
            new Carriers(
                nowhere,
                nowhere,
                new TicketDesk(nowhere, notifications),
                _ -> Optional.of("hidden")),
            Runnable::run,
            () -> false,
            CLOCK);
    return new Services.Told(notifications, notifying);
  }

  private Services.Access access(Path folder) {
    return new Services.Access(
        new Users(jdbi(), CLOCK),
        new Tokens(jdbi(), CLOCK),
        new Logins(jdbi(), CLOCK),
        new Passwords(jdbi(), CLOCK),
        new Grants(jdbi(), CLOCK),
        new Secrets(jdbi(), SecretsKey.in(new PrivateFile(folder.resolve("key"))), CLOCK),
        new AuditTrail(jdbi(), CLOCK));
  }

  private Services.Cluster cluster() {
    var upkeep = new Services.Upkeep(hold, disk, () -> Snapshot.take(database.settings()));
    return new Services.Cluster(health::get, nodes(), upkeep, metrics);
  }

  private Memory memory(Nodes nodes, ProjectReader projects, Versions versions) {
    var slots = Map.of(Lane.INSTANT, 100, Lane.PROCESS, 4, Lane.NETWORK, 4);
    var allowance = new Memory.Allowance(slots, hold::held);
    var chance = new Memory.Chance(CLOCK, new SecureRandom());
    var definitions = new StoredDefinitions(projects, versions);
    return new Memory(nodes, new SqlTruth(jdbi()), definitions, allowance, chance);
  }

  private Post engine(
      Path folder, WorkOrders orders, ProjectReader projects, Versions versions, Mailbox mailbox)
      throws IOException, InterruptedException {
    var nodes = nodes();
    var lease = new Lease(nodes, "test-version", Lease.WORKER, System::nanoTime);
    var logs = new LogLane(new LogStore(jdbi()), 1 << 20, CLOCK);
    var ledger = closing(new Ledger(folder.resolve("ledger")));
    var process =
        new ProcessTask(
            ProcessTask.Patience.USUAL,
            (request, pid, at) ->
                ledger.process(
                    Long.parseLong(request.environment().getOrDefault(WorkOrders.TOKEN, "0")),
                    new Ledger.Child(pid, at)),
            closing(Guard.start(Guard.Limits.within(Duration.ofHours(1)))));
    var worker =
        closing(
            new HostWorker(
                Map.of("process", process, "nothing", new NothingTask()),
                orders,
                ledger,
                lease,
                logs,
                inbox::tell));
    var memory = memory(nodes, projects, versions);
    var post = new Post(mailbox, memory, worker, lease);
    var rollCall = new RollCall(new SqlTruth(jdbi()), nodes, worker, lease, inbox);
    var journal = journal();
    var awaited = new FileWaits(FolderView.ofHost(), inbox::tell, () -> false, CLOCK);
    var effects = new Effects(worker, watch, rollCall, disk, awaited);
    var decisions = new Decisions(lease, inbox, memory, journal, effects, post, CLOCK);
    var loops = closing(new Loops());
    loops.repeat("lease", lease::step);
    loops.repeat("logs", logs::step);
    loops.repeat("decisions", decisions::step);
    loops.every(Duration.ofMillis(50), "awaited files", awaited::step);
    while (!decisions.ready()) Thread.sleep(Duration.ofMillis(5));
    return post;
  }

  private SqlJournal journal() {
    metrics.inbox(inbox);
    metrics.connections(database.database());
    var connections = database.database().dataSource(outturn.store.database.Lane.JOURNAL);
    return new SqlJournal(connections, metrics.journal());
  }

  private Nodes nodes() {
    return new SqlNodes(jdbi(), "test-node", Lease.WORKER);
  }

  public Jdbi jdbi() {
    return database.database().requests();
  }

  private <T extends AutoCloseable> T closing(T thing) {
    open.push(thing);
    return thing;
  }

  public int port() {
    return port;
  }

  public Services services() {
    return services;
  }

  /// What looks for files, in these folders.
  public FileWatch files(FolderView view) {
    return files.apply(view);
  }

  public void become(Services.Health now) {
    health.set(now);
  }

  /// Somebody who asks with a token of this role.
  public Client client(Role role) {
    var user = role.word() + "-user";
    var token = services.access().tokens().issue(user, role, "test", Duration.ofHours(1), "test");
    return new Client(port).with("Authorization", "Bearer " + token.orElseThrow().text());
  }

  /// Somebody of this role with a session, as a browser has it.
  public Client browser(Role role) {
    var logins = services.access().logins();
    var code = logins.code(role.word() + "-user").orElseThrow();
    var session = logins.redeem(code, Visit.byLink("127.0.0.1", "test")).orElseThrow();
    return new Client(port).with("Cookie", "outturn_session=" + session).with("X-Outturn", "1");
  }

  public Lanes lanes() {
    return server.lanes();
  }

  public Database database() {
    return database.database();
  }

  /// How many connections a lane has here.
  int connections(outturn.store.database.Lane lane) {
    return TestDatabase.CONNECTIONS.getOrDefault(lane, lane.connections());
  }

  /// Somebody who is not signed in.
  public Client stranger() {
    return new Client(port);
  }

  /// Puts the files under a folder of the test resources in force.
  public void apply(String resources) {
    var url = Optional.ofNullable(TestServer.class.getResource("/" + resources)).orElseThrow();
    apply(resources, Client.files(Path.of(url.getPath())));
  }

  public void apply(String project, Map<String, String> files) {
    var answer =
        client(Role.EDITOR)
            .post(
                "/api/v1/projects/" + project + "/apply",
                Map.of("files", files, "base", 0, "prune", false));
    if (answer.status() != 200) throw new IllegalStateException(answer.body());
  }

  public Demonstrating demonstrating() {
    return services.effect().demonstration().demonstrating();
  }

  public AnalysisPlans analysisPlans() {
    return new AnalysisPlans(jdbi());
  }

  public Baselines baselines() {
    return new Baselines(jdbi());
  }

  /// The acts in the audit trail, newest first.
  public List<String> acts() {
    return jdbi()
        .withHandle(handle ->
            new Audit(CLOCK)
                .before(handle, Long.MAX_VALUE, 100).stream()
                    .map(entry ->
                        "%s: %s %s"
                            .formatted(
                                entry.act().who(), entry.act().action(), entry.act().subject()))
                    .toList());
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception failure) {
        throw new IllegalStateException(failure);
      }
    }
  }
}
