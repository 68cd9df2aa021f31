package outturn.http;

import static outturn.http.route.Route.get;
import static outturn.http.route.Route.open;
import static outturn.http.route.Route.post;
import static outturn.http.route.Route.put;
import static outturn.store.identity.Role.ADMIN;
import static outturn.store.identity.Role.EDITOR;
import static outturn.store.identity.Role.OPERATOR;
import static outturn.store.identity.Role.OWNER;
import static outturn.store.identity.Role.VIEWER;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import outturn.http.chain.ValueMapRoutes;
import outturn.http.change.ChangeHookRoutes;
import outturn.http.change.ChangeRoutes;
import outturn.http.event.EventRoutes;
import outturn.http.event.HookRoutes;
import outturn.http.identity.AuditLog;
import outturn.http.identity.Places;
import outturn.http.measure.MeasureRoutes;
import outturn.http.node.HereRoutes;
import outturn.http.node.NodeRoutes;
import outturn.http.notify.NotificationRoutes;
import outturn.http.now.NowEvents;
import outturn.http.now.NowRoutes;
import outturn.http.outcome.GateRoutes;
import outturn.http.outcome.HonestyRoutes;
import outturn.http.outcome.ImpactRoutes;
import outturn.http.outcome.OutcomeRoutes;
import outturn.http.outcome.PackageRoutes;
import outturn.http.outcome.PlanRoutes;
import outturn.http.outcome.SendingRoutes;
import outturn.http.outcome.StatementFiles;
import outturn.http.page.StatementPage;
import outturn.http.page.StyleSheet;
import outturn.http.portfolio.PortfolioRoutes;
import outturn.http.portfolio.ReviewRoutes;
import outturn.http.route.Access;
import outturn.http.route.Route;
import outturn.http.route.Where;
import outturn.http.run.ApprovalRoutes;
import outturn.http.run.BackfillRoutes;
import outturn.http.run.ManyRuns;
import outturn.http.run.RunEvents;
import outturn.http.run.RunList;
import outturn.http.run.RunLogs;
import outturn.http.run.RunLook;
import outturn.http.run.RunNotes;
import outturn.http.run.RunRoutes;
import outturn.http.run.RunStart;
import outturn.http.run.RunSummary;
import outturn.http.run.RunVerbs;
import outturn.http.upkeep.UpkeepRoutes;
import outturn.http.web.WebFiles;
import outturn.runtime.ahead.Ahead;
import outturn.runtime.backfill.Backfills;
import outturn.runtime.outcome.TrackRecord;
import outturn.runtime.outcome.ValueChains;
import outturn.runtime.stake.WorthsForeseen;

/// The one table of all routes, with the role that each needs.
final class Routes {
  private final Services services;
  private final AuditLog audit;
  private final RunLook look;
  private final Places places;
  private final BooleanSupplier stopping;

  private Routes(Services services, BooleanSupplier stopping) {
    var definitions = services.definitions();
    this.services = services;
    this.audit = new AuditLog(services.access().audit());
    this.look =
        new RunLook(
            services.runs().reader(),
            definitions.inForce(),
            definitions.reader(),
            new WorthsForeseen(services.runs().prospects().foresight(), definitions.inForce()),
            services.cluster().upkeep().disk(),
            services.cluster().upkeep().hold(),
            services.clock());
    this.places = new Places(definitions.inForce(), services.runs().reader());
    this.stopping = stopping;
  }

  static List<Route> of(Services services, HttpSettings settings, BooleanSupplier stopping) {
    var routes = new Routes(services, stopping);
    return Stream.of(
            routes.ofServer(settings),
            routes.ofThisMoment(),
            routes.ofRuns(),
            routes.ofBackfills(),
            routes.ofEvents(),
            routes.ofNotices(),
            new WorkRoutes(services, routes.look, routes.places).all(),
            routes.ofEffect(),
            PlanningRoutes.of(services),
            routes.ofImpact(settings),
            routes.ofChanges(),
            routes.ofBoard(),
            routes.ofValueMap(),
            DeliveryTable.of(services),
            SurveyTable.of(services, routes.places),
            new AccessRoutes(services, settings).all())
        .flatMap(List::stream)
        .toList();
  }

  private List<Route> ofServer(HttpSettings settings) {
    var hold = services.cluster().upkeep().hold();
    var web = new WebFiles();
    var server = new ServerRoutes(services, settings.version(), settings.node());
    var upkeep = new UpkeepRoutes(hold, services.cluster().upkeep().snapshots(), audit);
    var nodes = new NodeRoutes(services.cluster().nodes(), services.runs().reader().holdings());
    var disk = services.cluster().upkeep().disk();
    var here = new HereRoutes(settings.node(), settings.version(), hold, disk);
    return List.of(
        open("/health", server::health).forProbes(),
        open("/style.css", StyleSheet::answer),
        open("/charts.css", WebFiles::colours).onScreen(),
        open("/assets/{file}", web::asset).onScreen(),
        open("/icon.svg", call -> web.beside(call, "icon.svg")).onScreen(),
        open("/theme.js", call -> web.beside(call, "theme.js")).onScreen(),
        get("/metrics", VIEWER, server::metrics).openTo(settings.metrics()).forProbes(),
        get("/api/v1/openapi.json", VIEWER, server::openApiJson),
        get("/api/v1/openapi.yaml", VIEWER, server::openApi),
        get("/api/v1/nodes", VIEWER, nodes::list),
        get("/api/v1/nodes/here", VIEWER, here::show),
        get("/api/v1/backup", ADMIN, upkeep::backup),
        post("/api/v1/resume", ADMIN, upkeep::resume));
  }

  private List<Route> ofRuns() {
    var runs = services.runs();
    var summary = new RunSummary(services.definitions().inForce());
    var list = new RunList(runs.reader(), summary);
    var trail = services.access().audit();
    var start = new RunStart(runs.requests(), runs.reader(), summary, trail, places);
    var verbs = new RunVerbs(runs.reader(), runs.commands());
    var tickets = services.outside().told().notifications();
    var run = new RunRoutes(runs.reader(), verbs, trail, look, summary, tickets::tickets);
    var notes = new RunNotes(runs.reader(), trail, services.clock());
    var many = new ManyRuns(runs.reader(), services.definitions().inForce(), verbs, places);
    var approvals =
        new ApprovalRoutes(
            runs.reader(), runs.commands(), look, summary, services.definitions().inForce());
    var events = new RunEvents(runs.reader(), runs.watch(), stopping);
    var logs = new RunLogs(runs.reader(), look, runs.logs());
    return List.of(
        get("/api/v1/runs", VIEWER, list::list),
        post("/api/v1/runs", OPERATOR, start::start).ofBody(),
        get("/api/v1/runs/{id}", VIEWER, run::show),
        get("/api/v1/runs/{id}/overview", VIEWER, run::overview),
        get("/api/v1/runs/{id}/tasks/{task}", VIEWER, run::task),
        get("/api/v1/runs/{id}/why", VIEWER, run::why),
        get("/api/v1/runs/{id}/logs", VIEWER, logs::read),
        get("/api/v1/runs/{id}/events", VIEWER, events::events),
        post("/api/v1/runs/{id}/cancel", OPERATOR, run::cancel).of(places::runOf),
        post("/api/v1/runs/{id}/operate", OPERATOR, verbs::operate).of(places::runOf),
        post("/api/v1/runs/{id}/rerun-with", OPERATOR, start::rerunWith).of(places::runOf),
        post("/api/v1/runs/{id}/notes", OPERATOR, notes::add).of(places::runOf),
        get("/api/v1/notes", VIEWER, notes::list),
        post("/api/v1/operations", OPERATOR, many::operate).ofBody(),
        post("/api/v1/runs/{id}/tasks/{task}/approve", OPERATOR, approvals::approve)
            .of(places::runOf),
        post("/api/v1/runs/{id}/tasks/{task}/reject", OPERATOR, approvals::reject)
            .of(places::runOf));
  }

  private List<Route> ofThisMoment() {
    var runs = services.runs();
    var inForce = services.definitions().inForce();
    var now =
        new NowRoutes(
            runs.reader(),
            look,
            new RunSummary(inForce),
            new Ahead(inForce, runs.prospects().durations()),
            new NowRoutes.Work(inForce, services.cluster().upkeep().hold(), services.clock()));
    var events = new NowEvents(runs.watch(), stopping, services.clock());
    return List.of(
        get("/api/v1/now", VIEWER, now::show), get("/api/v1/now/events", VIEWER, events::events));
  }

  private List<Route> ofBackfills() {
    var runs = services.runs();
    var inForce = services.definitions().inForce();
    var start =
        new RunStart(
            runs.requests(),
            runs.reader(),
            new RunSummary(inForce),
            services.access().audit(),
            places);
    var backfill =
        new BackfillRoutes(
            inForce,
            runs.reader(),
            new Backfills(runs.reader().backfills(), runs.requests(), runs.commands()),
            start);
    return List.of(
        post("/api/v1/workflows/{name}/backfill", OPERATOR, backfill::start).of(places::workflowOf),
        get("/api/v1/backfills/{id}", VIEWER, backfill::show),
        post("/api/v1/backfills/{id}/cancel", OPERATOR, backfill::cancel).of(places::backfillOf));
  }

  private List<Route> ofEvents() {
    var happenings = services.outside().happenings();
    var hooks = new HookRoutes(happenings.hooks());
    var events =
        new EventRoutes(
            happenings.cloudEvents(), happenings.observations(), happenings.events(), audit);
    return List.of(
        post("/api/v1/hooks/{workflow}/{trigger}", OPERATOR, hooks::take)
            .openTo(new Access.Proves(OPERATOR, new Where.Named(places::hookOf))),
        get("/api/v1/events", VIEWER, events::list),
        post("/api/v1/events", OPERATOR, events::take));
  }

  private List<Route> ofNotices() {
    var told = services.outside().told();
    var routes = new NotificationRoutes(told.notifications(), told.notifying(), audit);
    return List.of(
        get("/api/v1/notifications", VIEWER, routes::list),
        get("/api/v1/notifications/{id}", VIEWER, routes::show),
        post("/api/v1/notifications/{id}/acknowledge", OPERATOR, routes::acknowledge)
            .of(call -> places.notificationOf(call, told.notifications())),
        post("/api/v1/channels/{name}/test", OPERATOR, routes::test));
  }

  private List<Route> ofEffect() {
    var effect = services.effect();
    var questions = effect.steering().dated().questions();
    var measures = new MeasureRoutes(effect.measures(), audit, services.clock());
    var outcomes =
        new OutcomeRoutes(
            effect.outcomes(), questions, services.definitions().inForce(), services.clock());
    var plans =
        new PlanRoutes(
            effect.plans(), effect.forecasts(), services.definitions().inForce(), services.clock());
    var honesty =
        new HonestyRoutes(
            new TrackRecord(
                effect.outcomes(), effect.forecasts(), effect.steering().board().forecasts()));
    var gates = new GateRoutes(effect.gates(), questions, services.definitions().inForce());
    return List.of(
        get("/api/v1/measures", VIEWER, measures::list),
        get("/api/v1/measures/{name}", VIEWER, measures::show),
        get("/api/v1/measures/{name}/observations", VIEWER, measures::observations),
        post("/api/v1/measures/{name}/observations", OPERATOR, measures::observe)
            .of(places::measureOf),
        get("/api/v1/measures/{name}/quality", VIEWER, measures::quality),
        get("/api/v1/outcomes", VIEWER, outcomes::list),
        get("/api/v1/outcomes/{name}", VIEWER, outcomes::show),
        get("/api/v1/outcomes/{name}/forecast", VIEWER, plans::show),
        get("/api/v1/outcomes/{name}/forecast/chart.svg", VIEWER, plans::chart).onScreen(),
        get("/api/v1/outcomes/{name}/forecasts", VIEWER, plans::accepted),
        post("/api/v1/outcomes/{name}/forecasts", OWNER, plans::confirm).of(places::outcomeOf),
        get("/api/v1/outcomes/{name}/check", VIEWER, gates::check),
        post("/api/v1/outcomes/{name}/agree", EDITOR, gates::agree).of(places::outcomeOf),
        get("/api/v1/gauge", VIEWER, gates::gauge),
        get("/api/v1/honesty", VIEWER, honesty::show),
        get("/api/v1/outcomes/{name}/chart.svg", VIEWER, outcomes::chart).onScreen());
  }

  private List<Route> ofImpact(HttpSettings settings) {
    var parts = services.effect().demonstration();
    var impact =
        new ImpactRoutes(
            parts.impacts(),
            parts.demonstrating(),
            parts.signing(),
            services.definitions().inForce(),
            services.clock());
    var inForce = services.definitions().inForce();
    var statement = new StatementPage(parts.pages(), inForce);
    var files = new StatementFiles(parts.pages(), parts.sending(), inForce);
    var sending = new SendingRoutes(parts.sending(), inForce);
    var packages = new PackageRoutes(parts.packages(), inForce, settings.version());
    return List.of(
        get("/outcomes/{name}/statement", VIEWER, statement::show).onScreen(),
        get("/outcomes/{name}/statement.pdf", VIEWER, files::pdf).onScreen(),
        get("/outcomes/{name}/statement.png", VIEWER, files::png).onScreen(),
        get("/api/v1/outcomes/{name}/statement", VIEWER, files::text),
        get("/api/v1/outcomes/{name}/impact", VIEWER, impact::show),
        get("/api/v1/outcomes/{name}/package", VIEWER, packages::show),
        get("/api/v1/outcomes/{name}/evidence", VIEWER, impact::evidence),
        get("/api/v1/outcomes/{name}/evidence/{version}", VIEWER, impact::body),
        post("/api/v1/outcomes/{name}/evidence", OWNER, impact::correct).of(places::outcomeOf),
        post("/api/v1/outcomes/{name}/sign", EDITOR, impact::sign).of(places::outcomeOf),
        post("/api/v1/outcomes/{name}/send", OWNER, sending::send).of(places::outcomeOf));
  }

  private List<Route> ofChanges() {
    var dated = services.effect().steering().dated();
    var changes = new ChangeRoutes(dated.changes(), services.clock());
    var hooks = new ChangeHookRoutes(dated.hooks());
    return List.of(
        get("/api/v1/changes", VIEWER, changes::list),
        post("/api/v1/changes", OPERATOR, changes::add),
        put("/api/v1/changes/{name}", OPERATOR, changes::correct),
        post("/api/v1/measures/{name}/shifts", OPERATOR, changes::answer).of(places::measureOf),
        post("/api/v1/changes/hooks/{name}", OPERATOR, hooks::take)
            .openTo(new Access.Proves(OPERATOR, new Where.Everywhere())));
  }

  private List<Route> ofBoard() {
    var board = services.effect().steering().board();
    var portfolio = new PortfolioRoutes(board.portfolio());
    var inForce = services.definitions().inForce();
    var reviews = new ReviewRoutes(board.reviews(), inForce, services.clock());
    return List.of(
        get("/api/v1/portfolio", VIEWER, portfolio::show),
        get("/api/v1/report", VIEWER, portfolio::report),
        get("/api/v1/outcomes/{name}/reviews", VIEWER, reviews::list),
        post("/api/v1/outcomes/{name}/reviews", OWNER, reviews::hold).of(places::outcomeOf));
  }

  private List<Route> ofValueMap() {
    var inForce = services.definitions().inForce();
    var log = services.effect().steering().dated().changes().log();
    var map = new ValueMapRoutes(new ValueChains(inForce, log), inForce);
    return List.of(
        get("/api/v1/value-map", VIEWER, map::show),
        get("/api/v1/value-map.svg", VIEWER, map::chart).onScreen());
  }
}
