package outturn.http.notify;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.text.Nearest;
import outturn.http.identity.AuditLog;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.problem.Refused;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.notify.Notifying;
import outturn.store.notify.Notification;
import outturn.store.notify.Notifications;

/// Notifications: listed, acknowledged; and channels, tried out.
public final class NotificationRoutes {
  private static final int USUAL = 50;
  private static final int MOST = 500;

  private final Notifications notifications;
  private final Notifying notifying;
  private final AuditLog audit;

  public NotificationRoutes(Notifications notifications, Notifying notifying, AuditLog audit) {
    this.notifications = notifications;
    this.notifying = notifying;
    this.audit = audit;
  }

  private record About(
      String project, String workflow, String occasion, String subject, LocalDate businessDate) {}

  private record One(
      String id,
      String state,
      About about,
      Optional<String> run,
      String text,
      Notification.Times when,
      Details details) {
    static One of(Notification from) {
      var about = from.about();
      return new One(
          Long.toString(from.id()),
          state(from),
          new About(
              about.project(),
              about.workflow(),
              about.occasion(),
              about.subject(),
              about.businessDate()),
          from.run().map(Object::toString),
          from.text(),
          from.when(),
          new Details(from.acknowledged(), from.copies()));
    }

    private static String state(Notification from) {
      if (from.when().recovered().isPresent()) return "recovered";
      return from.acknowledged().isPresent() ? "acknowledged" : "open";
    }
  }

  private record Details(
      Optional<Notification.Acknowledged> acknowledged, List<Notification.Copy> copies) {}

  private record Items(List<One> items, Optional<String> next) {}

  public Answer list(Call call) {
    call.allow("all", "limit", "after");
    int limit = call.whole("limit", 1, MOST).orElse(USUAL);
    long before = call.query("after", "an id", Long::parseLong).orElse(Long.MAX_VALUE);
    var filter = call.isTrue("all") ? Notifications.Filter.ALL : Notifications.Filter.OPEN;
    var found = notifications.before(before, filter, limit + 1);
    var page = found.stream().limit(limit).map(One::of).toList();
    Optional<String> next =
        found.size() > limit ? Optional.of(page.getLast().id()) : Optional.empty();
    return Answer.json(new Items(page, next));
  }

  public Answer show(Call call) {
    call.allow();
    return Answer.json(One.of(found(call)));
  }

  private Notification found(Call call) {
    try {
      return notifications.find(Long.parseLong(call.path("id"))).orElseThrow(() -> unknown(call));
    } catch (NumberFormatException notAnId) {
      throw unknown(call);
    }
  }

  private static Refused unknown(Call call) {
    return Problem.of(
            Code.NOT_FOUND,
            "no notification %s; `outturn notifications` lists those there are"
                .formatted(call.path("id")))
        .refused();
  }

  public Answer acknowledge(Call call) {
    call.allow();
    var reason = call.json("reason").find("reason").orElse("");
    var known = found(call);
    if (!notifications.acknowledge(known.id(), call.user(), reason)) {
      var by = known.acknowledged().map(Notification.Acknowledged::by).orElse("somebody");
      return Problem.of(
              Code.ALREADY_ACKNOWLEDGED,
              "%s has acknowledged notification %d already".formatted(by, known.id()))
          .answer();
    }
    return Answer.json(One.of(found(call)));
  }

  private record Tried(boolean sent, String channel) {}

  public Answer test(Call call) throws InterruptedException {
    call.allow().json();
    var name = call.path("name");
    return switch (notifying.tryOut(name, call.user())) {
      case Notifying.Trial.NoChannel() ->
          Problem.of(
                  Code.NOT_FOUND,
                  "no channel '%s'; %s".formatted(name, Nearest.hint(name, notifying.names())))
              .answer();
      case Notifying.Trial.Failed(var why) ->
          Problem.of(Code.NOT_SENT, "the channel '%s' took no message: %s".formatted(name, why))
              .answer();
      case Notifying.Trial.Sent() -> {
        audit.done(call.user(), "channel test", name, Map.of());
        yield Answer.json(new Tried(true, name));
      }
    };
  }
}
