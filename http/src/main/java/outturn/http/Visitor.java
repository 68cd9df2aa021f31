package outturn.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import outturn.http.identity.SessionCookie.Transport;
import outturn.http.page.SignInPage;
import outturn.http.problem.Code;
import outturn.http.problem.Problems;
import outturn.http.route.Answer;
import outturn.http.route.Route;
import outturn.http.signin.LocalPath;

/// A person before a page, who is told what stands in the way by a page.
final class Visitor {
  private final Transport transport;
  private final SignInPage page;

  Visitor(HttpSettings.Front front) {
    this.transport = front.transport();
    this.page = new SignInPage(front.ways());
  }

  Answer refusal(Route route, ServerRequest request, RuntimeException failure) {
    var problem = Problems.of(failure, route.toString());
    if (!isPage(route)) return problem.answer();
    if (problem.code() == Code.UNAUTHENTICATED) {
      return page.ask(401, wanted(route, request).value());
    }
    boolean password = problem.code() == Code.PASSWORD_CHANGE_NEEDED;
    return password ? toPassword(wanted(route, request)) : problem.answer();
  }

  private static boolean isPage(Route route) {
    return route.lane() == Route.Lane.SCREENS && !route.path().startsWith("/api/");
  }

  private static LocalPath wanted(Route route, ServerRequest request) {
    if (!route.safe()) return LocalPath.HOME;
    var query = request.query().rawValue();
    return LocalPath.of(request.path().rawPath() + (query.isEmpty() ? "" : "?" + query));
  }

  private static Answer toPassword(LocalPath next) {
    var encoded = URLEncoder.encode(next.value(), StandardCharsets.UTF_8);
    return Answer.redirect("/password?next=" + encoded, Map.of());
  }

  /// Where a request came from; of a trusted proxy's list the last is the one that it has seen.
  String address(ServerRequest request) {
    var peer = request.remotePeer().host();
    if (transport == Transport.PLAIN) return peer;
    return request
        .headers()
        .first(HeaderNames.X_FORWARDED_FOR)
        .map(list -> list.substring(list.lastIndexOf(',') + 1).strip())
        .filter(address -> !address.isEmpty())
        .orElse(peer);
  }
}
