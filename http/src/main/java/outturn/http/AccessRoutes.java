package outturn.http;

import static outturn.http.route.Route.delete;
import static outturn.http.route.Route.get;
import static outturn.http.route.Route.open;
import static outturn.http.route.Route.post;
import static outturn.http.route.Route.put;
import static outturn.store.identity.Role.ADMIN;
import static outturn.store.identity.Role.VIEWER;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import outturn.http.identity.AuditLog;
import outturn.http.identity.SecretRoutes;
import outturn.http.identity.SessionCookie;
import outturn.http.identity.UserRoutes;
import outturn.http.page.SignInPage;
import outturn.http.route.Access;
import outturn.http.route.Access.Asked;
import outturn.http.route.Route;
import outturn.http.signin.LinkRoutes;
import outturn.http.signin.PasswordCheck;
import outturn.http.signin.PasswordRoutes;
import outturn.http.signin.SessionRoutes;
import outturn.http.signin.SignInRoutes;

/// The routes for signing in, and for saying who may do what.
final class AccessRoutes {
  private static final Access BY_SCRIPT = new Access.Self(Asked.BY_SCRIPT);
  private static final Access BY_FORM = new Access.Self(Asked.BY_FORM);

  private final Services.Access access;
  private final Services services;
  private final HttpSettings settings;
  private final SessionCookie cookie;

  AccessRoutes(Services services, HttpSettings settings) {
    this.services = services;
    this.settings = settings;
    this.access = services.access();
    this.cookie = new SessionCookie(settings.front().transport());
  }

  List<Route> all() {
    return Stream.of(ofSignIn(), ofUsers(), ofSecrets()).flatMap(List::stream).toList();
  }

  /// What the page for signing in offers.
  static SignInPage page(HttpSettings settings) {
    return new SignInPage(Optional.empty());
  }

  private List<Route> ofSignIn() {
    var sessions = access.logins().sessions();
    var check =
        new PasswordCheck(access.passwords(), new AuditLog(access.audit()), services.clock());
    var pages = new SignInRoutes(access.logins(), check, cookie, page(settings));
    var passwords =
        new PasswordRoutes(access.users(), access.passwords(), sessions, check, cookie);
    var links = new LinkRoutes(access.logins(), access.users(), services.clock());
    var browsers = new SessionRoutes(sessions);
    return List.of(
        open("/login", pages::ask),
        post("/login", VIEWER, pages::enter).openTo(new Access.Open()).onScreen().withForm(),
        post("/logout", VIEWER, pages::leave).openTo(BY_FORM).onScreen().withForm(),
        get("/password", VIEWER, passwords::ask).openTo(BY_FORM).onScreen(),
        post("/password", VIEWER, passwords::take).openTo(BY_FORM).onScreen().withForm(),
        put("/api/v1/me/password", VIEWER, passwords::setOwn).openTo(BY_SCRIPT),
        put("/api/v1/users/{name}/password", ADMIN, passwords::give),
        post("/api/v1/logins", VIEWER, links::make),
        get("/api/v1/sessions", VIEWER, browsers::list),
        delete("/api/v1/sessions", VIEWER, browsers::endAll),
        delete("/api/v1/sessions/{id}", VIEWER, browsers::end));
  }

  private List<Route> ofUsers() {
    var users = new UserRoutes(access.users(), access.tokens());
    return List.of(
        get("/api/v1/me", VIEWER, users::me).openTo(BY_SCRIPT),
        get("/api/v1/users", ADMIN, users::list),
        post("/api/v1/users", ADMIN, users::add));
  }

  private List<Route> ofSecrets() {
    var secrets = new SecretRoutes(access.secrets());
    return List.of(
        get("/api/v1/secrets", ADMIN, secrets::list),
        put("/api/v1/secrets/{name}", ADMIN, secrets::set),
        delete("/api/v1/secrets/{name}", ADMIN, secrets::remove));
  }
}
