package outturn.server;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import outturn.http.Services;
import outturn.runtime.hold.Hold;
import outturn.runtime.impact.StatementPost;
import outturn.runtime.metric.Metrics;
import outturn.runtime.node.Loops;
import outturn.runtime.notify.Carrier;
import outturn.runtime.notify.Carriers;
import outturn.runtime.notify.ChannelsInForce;
import outturn.runtime.notify.Notifying;
import outturn.runtime.notify.TicketDesk;
import outturn.tasks.http.HookCall;
import outturn.tasks.http.HttpTask;
import outturn.tasks.http.Reach;
import outturn.tasks.mail.MailCall;
import outturn.tasks.mail.MailFolders;

/// What tells people: the ways out, and the loop that uses them.
final class Notices implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration KEPT = Duration.ofDays(90);
  private static final HttpTask.Limits LIMITS =
      new HttpTask.Limits(PATIENCE, Duration.ofSeconds(30), 1 << 20, Reach.USUAL);

  private final Stores stores;
  private final InstantSource clock;
  private final HookCall hooks;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("notice-", 0).factory());
  private final ChannelsInForce channels;
  private final Carriers carriers;
  private final Notifying notifying;

  /// Where messages go.
  ///
  /// @param mails the folder of all folders of mails
  /// @param reach what webhooks may call
  record Outside(Path mails, Reach reach) {}

  Notices(
      Stores stores,
      ChannelsInForce channels,
      Outside outside,
      Function<String, Optional<String>> secrets,
      Hold hold,
      Metrics metrics,
      InstantSource clock) {
    this.stores = stores;
    this.clock = clock;
    this.channels = channels;
    this.hooks = new HookCall(LIMITS.within(outside.reach()));
    var mail = new MailCall(PATIENCE, new MailFolders(outside.mails()));
    Carrier http = hooks::send;
    this.carriers =
        new Carriers(
            (request, _) -> mail.send(request),
            http,
            new TicketDesk(http, stores.notices.notifications()),
            secrets);
    this.notifying =
        new Notifying(stores.notices.rows(), channels, carriers, threads, hold::held, clock);
    var none = Metrics.Tag.NONE;
    metrics.gauge("notifications.waiting", none, "messages to be sent", notifying::waiting);
    metrics.counter("notifications.sent", none, "messages sent", notifying::sent);
    metrics.counter("notifications.failed", none, "tries that failed", notifying::failed);
    metrics.counter("notifications.given.up", none, "messages given up", notifying::givenUp);
  }

  void repeat(Loops loops) {
    loops.every(Duration.ofSeconds(1), "notifications", notifying::step);
    loops.every(
        Duration.ofHours(1),
        "old notifications",
        () -> stores.notices.notifications().forget(clock.instant().minus(KEPT)));
  }

  Carriers carriers() {
    return carriers;
  }

  /// How impact statements leave.
  StatementPost.Ways ways() {
    return new StatementPost.Ways(channels::find, carriers);
  }

  Services.Told told() {
    return new Services.Told(stores.notices.forReaders(), notifying);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    hooks.close();
  }
}
