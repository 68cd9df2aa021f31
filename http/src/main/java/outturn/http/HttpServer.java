package outturn.http;

import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.Method;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import outturn.http.route.Route;

/// The HTTP server: the API, and the plain page.
public final class HttpServer implements AutoCloseable {
  // The largest body of any route, and some.
  private static final long LARGEST = 65L << 20;
  private static final int MOST_CONNECTIONS = 4_096;

  private final HttpSettings settings;
  private final List<Route> routes;
  private final Lanes lanes;
  private final Services services;
  private final AtomicBoolean stopping = new AtomicBoolean();
  private @Nullable WebServer server;

  public HttpServer(Services services, HttpSettings settings) {
    this.settings = settings;
    this.services = services;
    this.lanes = new Lanes(settings.limits());
    lanes.tell(services.cluster().metrics());
    this.routes = Routes.of(services, settings, stopping::get);
  }

  /// Listens from now on, and answers the port.
  ///
  /// @throws PortTaken when it cannot
  public int start() {
    var limits = settings.limits();
    var security = new SecurityHeaders(settings.front().transport());
    var started =
        WebServer.builder()
            .shutdownHook(false)
            .bindAddress(new InetSocketAddress(settings.address(), settings.port()))
            .protocolsDiscoverServices(false)
            .addProtocol(Http1Config.builder().maxHeadersSize(16_384).build())
            .maxPayloadSize(LARGEST)
            .maxTcpConnections(MOST_CONNECTIONS)
            .idleConnectionTimeout(limits.idle())
            .shutdownGracePeriod(limits.grace())
            .connectionOptions(socket -> socket.readTimeout(limits.idle()).tcpNoDelay(true))
            .directHandlers(unreadable(security))
            .routing(this::route)
            .build();
    probe();
    server = started;
    started.start();
    // The library logs what keeps it from listening, and returns.
    if (!started.isRunning()) throw taken(new BindException("not listening"));
    return started.port();
  }

  Lanes lanes() {
    return lanes;
  }

  /// Finds out beforehand, and without a stack trace in the log, whether the port is free.
  private void probe() {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(settings.address(), settings.port()));
    } catch (IOException failure) {
      throw taken(failure);
    }
  }

  private PortTaken taken(IOException why) {
    return new PortTaken(settings.address().getHostAddress(), settings.port(), why);
  }

  private void route(HttpRouting.Builder routing) {
    var exchange = new Exchange(services, lanes, settings);
    for (var route : routes) {
      routing.route(
          Method.create(route.method()),
          route.path(),
          (request, response) -> exchange.answer(route, request, response));
    }
    routing.any((request, response) -> exchange.unknown(routes, request, response));
  }

  /// What cannot be read as HTTP is refused in the same form as all else.
  private static DirectHandlers unreadable(SecurityHeaders security) {
    var refusal = new Unreadable(security);
    var handlers = DirectHandlers.builder();
    for (var type : List.of(EventType.BAD_REQUEST, EventType.PAYLOAD_TOO_LARGE, EventType.OTHER)) {
      handlers.addHandler(type, refusal);
    }
    return handlers.build();
  }

  /// Takes no more requests, and waits for those under way as long as the settings grant them.
  @Override
  public void close() {
    stopping.set(true);
    if (server != null) Objects.requireNonNull(server).stop();
  }
}
