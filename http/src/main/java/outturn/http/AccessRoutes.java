package outturn.http;

import static outturn.http.route.Route.delete;
import static outturn.http.route.Route.get;
import static outturn.http.route.Route.open;
import static outturn.http.route.Route.post;
import static outturn.http.route.Route.put;
import static outturn.store.identity.Role.ADMIN;
import static outturn.store.identity.Role.OWNER;
import static outturn.store.identity.Role.VIEWER;

import java.util.List;
import java.util.stream.Stream;
import outturn.http.identity.AuditLog;
import outturn.http.identity.AuditRoutes;
import outturn.http.identity.GrantRoutes;
import outturn.http.identity.GroupRoutes;
import outturn.http.identity.SecretRoutes;
import outturn.http.identity.SessionCookie;
import outturn.http.identity.TokenRoutes;
import outturn.http.identity.UserRoutes;
import outturn.http.page.SignInPage;
import outturn.http.route.Access;
import outturn.http.route.Access.Asked;
import outturn.http.route.Handler;
import outturn.http.route.Route;
import outturn.http.signin.LinkRoutes;
import outturn.http.signin.PasswordCheck;
import outturn.http.signin.PasswordRoutes;
import outturn.http.signin.SessionRoutes;
import outturn.http.signin.SignInRoutes;
import outturn.http.signin.oidc.SingleSignOnRoutes;

/// The routes for signing in, and for saying who may do what.
final class AccessRoutes {
  private static final Access BY_SCRIPT = new Access.Self(Asked.BY_SCRIPT);
  private static final Access BY_FORM = new Access.Self(Asked.BY_FORM);

  private final Services.Access access;
  private final Services services;
  private final HttpSettings.Front front;
  private final SessionCookie cookie;

  AccessRoutes(Services services, HttpSettings settings) {
    this.services = services;
    this.access = services.access();
    this.front = settings.front();
    this.cookie = new SessionCookie(front.transport());
  }

  List<Route> all() {
    return Stream.of(ofSignIn(), ofProvider(), ofUsers(), ofSecrets())
        .flatMap(List::stream)
        .toList();
  }

  private List<Route> ofSignIn() {
    var sessions = access.logins().sessions();
    var check =
        new PasswordCheck(access.passwords(), new AuditLog(access.audit()), services.clock());
    var pages = new SignInRoutes(access.logins(), check, cookie, new SignInPage(front.ways()));
    var passwords = new PasswordRoutes(access.users(), access.passwords(), sessions, check, cookie);
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

  private List<Route> ofProvider() {
    var audit = new AuditLog(access.audit());
    var provider =
        front
            .singleSignOn()
            .map(settings ->
                new SingleSignOnRoutes(settings, access.logins(), audit, cookie, services.clock()));
    Handler none = SingleSignOnRoutes::none;
    return List.of(
        open("/login/oidc", provider.<Handler>map(routes -> routes::begin).orElse(none)),
        open("/login/oidc/return", provider.<Handler>map(routes -> routes::end).orElse(none)));
  }

  private List<Route> ofUsers() {
    var users = new UserRoutes(access.users(), access.tokens());
    var grants = new GrantRoutes(access.grants());
    var groups = new GroupRoutes(access.grants());
    var tokens = new TokenRoutes(access.tokens(), services.clock());
    return List.of(
        get("/api/v1/me", VIEWER, users::me).openTo(BY_SCRIPT),
        get("/api/v1/users", ADMIN, users::list),
        post("/api/v1/users", ADMIN, users::add),
        delete("/api/v1/users/{name}/access", ADMIN, users::shutOut),
        get("/api/v1/groups", ADMIN, groups::list),
        put("/api/v1/groups/{name}/members/{user}", ADMIN, groups::join),
        delete("/api/v1/groups/{name}/members/{user}", ADMIN, groups::leave),
        get("/api/v1/tokens", VIEWER, tokens::list),
        post("/api/v1/tokens", VIEWER, tokens::make),
        delete("/api/v1/tokens/{id}", VIEWER, tokens::revoke),
        get("/api/v1/grants", OWNER, grants::list).ofBody(),
        post("/api/v1/grants", OWNER, grants::give).ofBody(),
        delete("/api/v1/grants", OWNER, grants::revoke).ofBody());
  }

  private List<Route> ofSecrets() {
    var secrets = new SecretRoutes(access.secrets());
    var audit = new AuditRoutes(access.audit());
    return List.of(
        get("/api/v1/audit", ADMIN, audit::list),
        get("/api/v1/audit.csv", ADMIN, audit::export),
        get("/api/v1/secrets", ADMIN, secrets::list),
        put("/api/v1/secrets/{name}", ADMIN, secrets::set),
        delete("/api/v1/secrets/{name}", ADMIN, secrets::remove));
  }
}
