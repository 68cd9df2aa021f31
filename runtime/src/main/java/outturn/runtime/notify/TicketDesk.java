package outturn.runtime.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import outturn.definition.notify.Target;
import outturn.spi.TaskType.Result;
import outturn.store.notify.Message;
import outturn.store.notify.Notifications;
import outturn.store.notify.Ticket;

/// Opens a ticket for a problem, tells it what follows, and closes it when the problem is over.
///
/// Each ticket carries the notification's id: before one is opened at a second try, the system is
/// asked whether the first try opened it.
public final class TicketDesk {
  private final Carrier http;
  private final Notifications notifications;

  public TicketDesk(Carrier http, Notifications notifications) {
    this.http = http;
    this.notifications = notifications;
  }

  /// How one system is spoken to.
  ///
  /// @param mark is found again by [Words#found]
  interface Words {
    Ask found(String mark);

    Ask open(String mark, String title, String text, Map<String, Object> fields);

    Ask comment(String key, String text);

    List<Ask> close(String key, String text, Optional<String> closed);

    Optional<Opened> opened(Object answer);
  }

  record Ask(String method, String path, Optional<Map<String, Object>> body) {
    static Ask get(String path) {
      return new Ask("GET", path, Optional.empty());
    }
  }

  record Opened(String number, String key, String path) {}

  Result tell(Target.Ticket to, Message message, Envelope envelope) throws InterruptedException {
    var words = words(to.desk());
    var only = NoticeWords.only(message.said());
    if (only.isEmpty())
      return ask(to, envelope, words.found("outturn-none"), new AtomicReference<Object>(""));
    var facts = only.get();
    long id = Long.parseLong(String.valueOf(facts.get("id")));
    var what = String.valueOf(facts.get("what"));
    var known = notifications.ticket(id, message.channel());
    if (what.equals("recovered")) {
      if (known.isEmpty()) return new Result.Done(Map.of());
      var closed = close(to, envelope, words, known.get(), message.said().text());
      if (closed instanceof Result.Done) notifications.closed(id, message.channel());
      return closed;
    }
    if (known.isPresent()) {
      var comment = words.comment(known.get().key(), message.said().text());
      return ask(to, envelope, comment, new AtomicReference<Object>(""));
    }
    return open(to, message, envelope, id);
  }

  private static Words words(Target.Desk desk) {
    return switch (desk) {
      case SERVICENOW -> new ServiceNow();
      case JIRA -> new Jira();
    };
  }

  private Result open(Target.Ticket to, Message message, Envelope envelope, long id)
      throws InterruptedException {
    var words = words(to.desk());
    var mark = "outturn-" + id;
    var answer = new AtomicReference<Object>("");
    if (message.tries() > 1) {
      var looked = ask(to, envelope, words.found(mark), answer);
      if (!(looked instanceof Result.Done)) return looked;
    }
    var opened = words.opened(answer.get());
    if (opened.isEmpty()) {
      var said = message.said();
      var asked = words.open(mark, said.title(), said.text(), to.fields());
      var result = ask(to, envelope, asked, answer);
      if (!(result instanceof Result.Done)) return result;
      opened = words.opened(answer.get());
    }
    if (opened.isEmpty()) {
      return Result.Failed.of(Result.Kind.ANSWER, to.url() + ": the answer names no ticket");
    }
    var ticket = opened.get();
    notifications.opened(
        id, new Ticket(message.channel(), ticket.number(), ticket.key(), to.url() + ticket.path()));
    return new Result.Done(Map.of());
  }

  private Result close(Target.Ticket to, Envelope envelope, Words words, Ticket ticket, String text)
      throws InterruptedException {
    Result result = new Result.Done(Map.of());
    for (var step : words.close(ticket.key(), text, to.closed())) {
      result = ask(to, envelope, step, new AtomicReference<Object>(""));
      if (!(result instanceof Result.Done)) return result;
    }
    return result;
  }

  private Result ask(Target.Ticket to, Envelope envelope, Ask ask, AtomicReference<Object> answer)
      throws InterruptedException {
    answer.set("");
    var login = to.login().user() + ":" + envelope.rendered(to.login().password());
    Map<String, Object> headers = new LinkedHashMap<>();
    headers.put(
        "Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8)));
    headers.put("Accept", "application/json");
    return http.carry(
        Envelope.http(ask.method(), to.url() + ask.path(), headers, ask.body()), answer::set);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
