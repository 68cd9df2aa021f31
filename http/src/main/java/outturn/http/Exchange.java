package outturn.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.sse.SseSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import outturn.definition.text.Nearest;
import outturn.http.identity.Gate;
import outturn.http.identity.SessionCookie;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Access;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.http.route.Gzip;
import outturn.http.route.Route;
import outturn.http.web.WebFiles;
import outturn.store.database.Lane;
import outturn.store.database.OnBehalf;

/// Takes a request to its handler, and the answer back.
final class Exchange {
  private final Gate gate;
  private final Lanes lanes;
  private final Semaphore listeners;
  private final Supplier<Services.Health> health;
  private final SecurityHeaders security;
  private final Visitor visitor;
  private final Duration patience;
  private final InstantSource clock;
  private final WebFiles web = new WebFiles();

  Exchange(Services services, Lanes lanes, HttpSettings settings) {
    var access = services.access();
    var transport = settings.front().transport();
    this.gate =
        new Gate(
            access.tokens(),
            access.logins().sessions(),
            new SessionCookie(transport),
            services.clock());
    this.lanes = lanes;
    this.listeners = new Semaphore(settings.limits().listeners());
    this.health = services.cluster().health();
    this.security = new SecurityHeaders(transport);
    this.visitor = new Visitor(settings.front());
    this.patience = settings.limits().body();
    this.clock = services.clock();
  }

  void answer(Route route, ServerRequest request, ServerResponse response) {
    try {
      send(handled(route, request), request, response);
    } catch (CloseConnectionException broken) {
      throw broken;
    } catch (RuntimeException failure) {
      send(visitor.refusal(route, request, failure), request, response);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      send(Problem.again(Code.NOT_READY, "the server stops").answer(), request, response);
    }
  }

  private Answer handled(Route route, ServerRequest request) throws InterruptedException {
    var incoming = new Incoming(request, route.largest(), patience, clock);
    // Whoever is let in without a name is not let hold a place while he thinks of what to send.
    if (route.access() instanceof Access.Open) incoming.begin();
    return lanes.within(lane(route, request), () -> answered(route, request, incoming));
  }

  private Answer answered(Route route, ServerRequest request, Incoming incoming)
      throws InterruptedException {
    var call = call(route, request, incoming);
    Gate.admit(route, call);
    return route.handler().answer(call);
  }

  /// A browser that asks the API, as pages with scripts do, is on the screens' lane all the same.
  private Route.Lane lane(Route route, ServerRequest request) {
    boolean browser =
        route.lane() == Route.Lane.API && gate.isBrowser(name -> header(request, name));
    return browser ? Route.Lane.SCREENS : route.lane();
  }

  private Call call(Route route, ServerRequest request, Incoming incoming) {
    var caller = gate.let(route, name -> header(request, name), visitor.address(request));
    if (!route.safe() && health.get() != Services.Health.OK) {
      throw Problem.again(Code.NOT_READY, "the server is not ready for changes; see /health")
          .refused();
    }
    var path =
        request.path().pathParameters().toMap().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().getFirst()));
    return new Call(
        caller, path, request.query().toMap(), name -> header(request, name), incoming::bytes);
  }

  private static Optional<String> header(ServerRequest request, String name) {
    return request.headers().first(HeaderNames.create(name));
  }

  private void send(Answer answer, ServerRequest request, ServerResponse response) {
    switch (answer) {
      case Answer.Whole whole -> send(whole, request, response);
      case Answer.Live(var source) -> send(source, request, response);
      case Answer.Download download -> send(download, response);
    }
  }

  private void secure(ServerResponse response) {
    security.all().forEach((name, value) -> response.header(HeaderNames.create(name), value));
  }

  private void send(Answer.Whole answer, ServerRequest request, ServerResponse response) {
    response.status(Status.create(answer.status()));
    secure(response);
    if (!answer.type().isEmpty()) response.header(HeaderNames.CONTENT_TYPE, answer.type());
    answer.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
    if (!Gzip.helps(answer)) {
      response.send(answer.body());
      return;
    }
    response.header(HeaderNames.VARY, "Accept-Encoding");
    if (Gzip.isTaken(header(request, "Accept-Encoding"))) {
      response.header(HeaderNames.CONTENT_ENCODING, "gzip");
      response.send(answer.packed());
    } else {
      response.send(answer.body());
    }
  }

  private void send(Answer.Download download, ServerResponse response) {
    secure(response);
    response.header(HeaderNames.CONTENT_TYPE, download.type());
    try {
      var out = response.outputStream();
      download.body().write(out);
      out.close();
    } catch (IOException | RuntimeException broken) {
      // Without its last chunk the caller knows that something is missing.
      throw new CloseConnectionException("a download broke off", broken);
    }
  }

  private void send(Answer.Source source, ServerRequest request, ServerResponse response) {
    if (!listeners.tryAcquire()) {
      var full = "too many listen already; ask for the run itself instead";
      send(Problem.again(Code.OVERLOADED, full).answer(), request, response);
      return;
    }
    secure(response);
    try (var sink = response.sink(SseSink.TYPE)) {
      OnBehalf.of(
          Lane.SCREENS,
          () -> {
            source.send(new EventOutlet(sink));
            return source;
          });
    } catch (UncheckedIOException | IllegalStateException gone) {
      // Nobody listens any more.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      listeners.release();
    }
  }

  /// Whether a person follows a link: the web application knows its pages, and says so when there
  /// is none.
  private static boolean isPage(ServerRequest request, String path) {
    return request.prologue().method().equals(Method.GET)
        && !path.startsWith("/api/")
        && header(request, "Accept").filter(types -> types.contains("text/html")).isPresent();
  }

  /// Nothing is at this path, or nothing with this method.
  void unknown(List<Route> routes, ServerRequest request, ServerResponse response) {
    var path = request.path().path();
    var methods = routes.stream().filter(route -> route.covers(path)).map(Route::method).toList();
    if (!methods.isEmpty()) {
      var allowed = String.join(", ", methods);
      send(
          Problem.of(Code.METHOD_NOT_ALLOWED, "%s takes %s".formatted(path, allowed))
              .withHeader("Allow", allowed)
              .answer(),
          request,
          response);
      return;
    }
    if (isPage(request, path)) {
      send(web.page(), request, response);
      return;
    }
    var paths = routes.stream().map(Route::path).distinct().toList();
    var near = Nearest.to(path, paths).map("; did you mean %s?"::formatted).orElse("");
    send(
        Problem.of(
                Code.NOT_FOUND,
                "nothing is at this path%s; /api/v1/openapi.yaml tells what there is"
                    .formatted(near))
            .answer(),
        request,
        response);
  }
}
