package outturn.server;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outturn.definition.expression.Scope;
import outturn.runtime.decide.Decisions;
import outturn.runtime.decide.Effects;
import outturn.runtime.decide.Inbox;
import outturn.runtime.decide.Memory;
import outturn.runtime.decide.Post;
import outturn.runtime.lease.Lease;
import outturn.runtime.live.RunWatch;
import outturn.runtime.log.LogLane;
import outturn.runtime.node.Loops;
import outturn.runtime.project.FileTrees;
import outturn.runtime.project.InForce;
import outturn.runtime.project.Projects;
import outturn.runtime.project.Versions;
import outturn.runtime.run.RunRequests;
import outturn.runtime.work.Ledger;
import outturn.runtime.work.WorkOrders;
import outturn.runtime.work.Worker;
import outturn.spi.Request;
import outturn.spi.TaskType;
import outturn.store.database.ConnectionSettings;
import outturn.store.database.Database;
import outturn.store.database.Lane;
import outturn.store.embedded.EmbeddedPostgres;
import outturn.store.folder.DataFolder;
import outturn.store.identity.AdminToken;
import outturn.store.identity.Tokens;
import outturn.store.identity.Users;
import outturn.store.journal.Journal;
import outturn.store.journal.Truth;
import outturn.store.log.LogStore;
import outturn.store.mailbox.Mailbox;
import outturn.store.ownership.Nodes;
import outturn.store.project.ProjectReader;
import outturn.store.project.ProjectStore;
import outturn.store.range.Ranges;
import outturn.store.run.RunReader;
import outturn.store.secret.Secrets;
import outturn.store.secret.SecretsKey;
import outturn.tasks.http.HttpTask;
import outturn.tasks.nothing.NothingTask;
import outturn.tasks.process.ProcessTask;
import outturn.tasks.process.ProcessTree;
import outturn.tasks.sql.SqlTask;

/// What a server is made of: every object is built here by hand, and closed in reverse.
public final class Server implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  private static final long MOST_LOG_BYTES = 16L << 20;
  private static final int WEEKS_AHEAD = 4;

  private final Settings settings;
  private final InstantSource clock;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  final DataFolder folder;
  final Optional<EmbeddedPostgres> postgres;
  final Database database;
  final Secrets secrets;
  final Inbox inbox = new Inbox();
  final RunWatch watch = new RunWatch();
  final Versions versions;
  final InForce inForce;
  final RunRequests requests;
  final Projects projects;
  private final Worker worker;
  private final Nodes nodes;
  private final long incarnation;
  private final Lease lease;
  private final Decisions decisions;

  /// Starts everything; when it returns, the server decides and answers.
  ///
  /// @throws outturn.store.folder.CannotStart when something outside has to be put right first
  Server(Settings settings, String version, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    try {
      this.folder = closing(DataFolder.open(settings.data()));
      this.postgres =
          settings.database().isPresent()
              ? Optional.empty()
              : Optional.of(closing(EmbeddedPostgres.start(folder)));
      this.database = closing(Database.open(connection()));
      new Ranges(database.jdbi(Lane.WORKER), clock).make(WEEKS_AHEAD);
      this.secrets =
          new Secrets(database.jdbi(Lane.WORKER), SecretsKey.in(folder.secretsKey()), clock);

      var projectReader = new ProjectReader(database.jdbi(Lane.WORKER));
      this.versions = new Versions(projectReader);
      this.inForce = new InForce(projectReader, versions, clock);
      this.nodes = new Nodes(database.jdbi(Lane.JOURNAL), folder.nodeId());
      long sent = System.nanoTime();
      this.incarnation = nodes.register(version);
      this.lease = new Lease(nodes, incarnation, System::nanoTime, sent);

      var logs = new LogLane(new LogStore(database.jdbi(Lane.WORKER)), MOST_LOG_BYTES, clock);
      var ledger = closing(new Ledger(folder.path().resolve("ledger")));
      ledger.survivors().forEach(child -> ProcessTree.killSurvivor(child.pid(), child.started()));
      this.worker = closing(new Worker(types(ledger), orders(projectReader), ledger, logs, inbox::tell));

      var truth = new Truth(database.jdbi(Lane.WORKER));
      var memory =
          new Memory(
              nodes,
              incarnation,
              truth,
              projectReader,
              versions,
              settings.slots(),
              new Memory.Chance(clock, new SecureRandom()));
      var mailbox = new Mailbox(database.jdbi(Lane.WORKER));
      var post = new Post(mailbox, memory);
      this.decisions =
          new Decisions(
              inbox,
              memory,
              new Journal(database.dataSource(Lane.JOURNAL)),
              new Effects(worker, watch, inbox),
              post,
              clock);
      var runs = new RunReader(database.jdbi(Lane.API));
      this.requests = new RunRequests(inForce, runs, inbox, mailbox, post, clock);
      this.projects =
          new Projects(
              new ProjectStore(database.jdbi(Lane.API)), projectReader, inForce, inbox, post, clock);
      admit();
      run(logs);
    } catch (RuntimeException failure) {
      close();
      throw failure;
    }
  }

  private ConnectionSettings connection() {
    return settings
        .database()
        .map(ConnectionSettings::parse)
        .orElseGet(() -> postgres.orElseThrow().connection());
  }

  private Map<String, TaskType> types(Ledger ledger) {
    var process =
        new ProcessTask(
            ProcessTask.Patience.USUAL,
            (request, pid, at) -> ledger.process(token(request), new Ledger.Child(pid, at)));
    return Map.of(
        "process", process,
        "sql", closing(new SqlTask(folder.path().resolve("drivers"))),
        "http", closing(new HttpTask(HttpTask.Limits.USUAL)),
        "nothing", new NothingTask());
  }

  private static long token(Request request) {
    return Long.parseLong(request.environment().getOrDefault(WorkOrders.TOKEN, "0"));
  }

  private WorkOrders orders(ProjectReader projectReader) {
    var scratch = Scratch.cleared(folder.scratch());
    return new WorkOrders(
        versions, new FileTrees(folder.files(), projectReader), this::secret, scratch);
  }

  /// A secret by its name as expressions write it.
  private Optional<String> secret(String identifier) {
    return secrets.list().stream()
        .filter(stored -> Scope.identifier(stored.name()).equals(identifier))
        .findFirst()
        .flatMap(stored -> secrets.get(stored.name()));
  }

  private void admit() {
    var users = new Users(database.jdbi(Lane.API), clock);
    new AdminToken(folder.adminToken(), users, new Tokens(database.jdbi(Lane.API), clock)).renew();
  }

  private void run(LogLane logs) {
    var loops = closing(new Loops());
    loops.every(Lease.RENEW_EVERY, "lease", lease::step);
    loops.repeat("logs", logs::step);
    loops.repeat("decisions", () -> decisions.step(lease.mayDecide()));
    loops.every(
        Duration.ofHours(1),
        "ranges",
        () -> new Ranges(database.jdbi(Lane.WORKER), clock).make(WEEKS_AHEAD));
    postgres.ifPresent(
        embedded -> loops.every(Duration.ofSeconds(1), "postgres", embedded::restartIfDead));
  }

  private <T extends AutoCloseable> T closing(T thing) {
    open.push(thing);
    return thing;
  }

  /// Whether the server has its state in memory and decides.
  boolean ready() {
    return decisions.ready();
  }

  Path data() {
    return folder.path();
  }

  /// Stops cleanly: what is under way may end first.
  @Override
  public void close() {
    drain();
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception failure) {
        LOG.warn("while stopping: {}", failure.toString());
      }
    }
  }

  private void drain() {
    if (worker == null) return;
    try {
      worker.drain(settings.drain());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
