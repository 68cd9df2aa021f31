package outturn.server.fault;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import outturn.server.proof.Api;
import outturn.server.proof.ChildServer;
import outturn.server.proof.Patience;
import outturn.server.proof.Place;
import outturn.store.embedded.EmbeddedPostgres;
import outturn.store.folder.DataFolder;

/// Servers in processes of their own, on one PostgreSQL.
final class Cluster implements AutoCloseable {
  /// The shortest there is: a test waits for it.
  static final int WORKER_LEASE = 30;

  private final Place database = Place.fresh();
  private final DataFolder folder = DataFolder.open(database.folder());
  private final EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
  private final List<ChildServer> servers = new ArrayList<>();

  ChildServer start() {
    return start(Place.fresh());
  }

  ChildServer start(Place place) {
    var server =
        ChildServer.start(
            place,
            "256m",
            "--database",
            address(),
            "--worker-lease",
            Integer.toString(WORKER_LEASE));
    servers.add(server);
    return server;
  }

  private String address() {
    var connection = postgres.connection();
    var url = URI.create(connection.jdbcUrl().substring("jdbc:".length()));
    return "postgresql://%s:%s@%s%s"
        .formatted(connection.user(), connection.password(), url.getAuthority(), url.getPath());
  }

  /// How many partitions each node decides for, by the number of its incarnation.
  static Map<Long, Integer> shares(Api api) {
    var shares = new TreeMap<Long, Integer>();
    for (var node : api.all("/nodes")) {
      if (node.path("partitions").isEmpty()) continue;
      shares.put(Long.parseLong(node.path("number").asString()), node.path("partitions").size());
    }
    return shares;
  }

  /// Waits until the partitions are divided like this.
  static void shared(Api api, Integer... sizes) {
    Patience.until(
        "shares of " + List.of(sizes),
        () -> List.copyOf(shares(api).values()),
        List.of(sizes)::equals);
  }

  @Override
  public void close() {
    for (var server : servers.reversed()) {
      if (server.process().isAlive()) {
        server.wake();
        server.kill();
      }
    }
    // One that was started again has the place of the one before.
    servers.stream().map(ChildServer::place).distinct().forEach(Place::remove);
    postgres.close();
    folder.close();
    database.remove();
  }
}
