package outturn.runtime.decide;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.FailureKind;
import outturn.engine.decide.Effect;
import outturn.engine.decide.Event;
import outturn.engine.run.AttemptId;
import outturn.engine.run.Order;
import outturn.engine.run.Origin;
import outturn.engine.run.Partition;
import outturn.engine.run.RunId;
import outturn.engine.run.Turn;
import outturn.engine.run.Version;
import outturn.engine.trigger.Arrived;
import outturn.engine.trigger.Ended;
import outturn.store.mailbox.Mailbox.Address;
import outturn.store.mailbox.Mailbox.Letter;

/// What nodes write to each other, as the bodies of messages. A newer version may add words and
/// kinds; it takes none away that the version before reads.
public final class Letters {
  static final String KIND = "kind";
  static final String CANCEL = "cancel";
  static final String OPERATE = "operate";
  static final String APPLIED = "applied";
  static final String REPORT = "report";
  static final String START = "start";
  static final String STOP = "stop";
  static final String ANSWER = "answer";
  static final String HAPPENED = "happened";
  static final String ENDED = "ended";

  private Letters() {}

  /// To the owner of a run: somebody wants it to end.
  public static Letter cancel(RunId run, String by) {
    return new Letter(
        new Address.Owner(run.partition()),
        "cancel:" + run,
        Map.of(KIND, CANCEL, "run", run.toString(), "by", by));
  }

  static Event.Cancel cancel(Map<String, Object> body) {
    return new Event.Cancel(RunId.parse(text(body, "run")), text(body, "by"));
  }

  /// To the owner of a run: what somebody says to a task that asks for approval. The first answer
  /// that waits is the one that counts.
  public static Letter answer(Event.Answered answered) {
    var body = new HashMap<String, Object>();
    body.put(KIND, ANSWER);
    body.put("run", answered.run().toString());
    body.put("task", answered.task());
    body.put("answer", answered.answer().word());
    body.put("by", answered.by());
    answered.comment().ifPresent(comment -> body.put("comment", comment));
    return new Letter(
        new Address.Owner(answered.run().partition()),
        "answer:%s:%s".formatted(answered.run(), answered.task()),
        body);
  }

  static Event.Answered answer(Map<String, Object> body) {
    var answer =
        switch (text(body, "answer")) {
          case "approve" -> Event.Answer.APPROVE;
          case "reject" -> Event.Answer.REJECT;
          case String other ->
              throw new IllegalArgumentException("not an answer: '%s'".formatted(other));
        };
    return new Event.Answered(
        RunId.parse(text(body, "run")),
        text(body, "task"),
        answer,
        text(body, "by"),
        body.containsKey("comment") ? Optional.of(text(body, "comment")) : Optional.empty());
  }

  /// To the owner of a partition: somebody wants a run.
  public static Letter start(int partition, NewRun run) {
    var key = run.key().orElseThrow();
    var order = run.order();
    if (!(order.origin() instanceof Origin.User(var user))) {
      throw new IllegalArgumentException("only a user's order is sent: " + order);
    }
    var body = new HashMap<String, Object>();
    body.put(KIND, START);
    body.put("version", Long.toString(run.version().id()));
    body.put("workflow", order.workflow());
    body.put("inputs", order.inputs());
    body.put("businessDate", order.businessDate().toString());
    body.put("user", user);
    body.put("principal", key.principal());
    body.put("key", key.key());
    body.put("bodyHash", key.bodyHash());
    order.terms().priority().ifPresent(priority -> body.put("priority", priority));
    order.terms().backfill().ifPresent(backfill -> body.put("backfill", backfill));
    body.put("turns", order.terms().turns());
    return new Letter(
        new Address.Owner(partition), "start:%s:%s".formatted(key.principal(), key.key()), body);
  }

  static long version(Map<String, Object> body) {
    return Long.parseLong(text(body, "version"));
  }

  static Order order(Map<String, Object> body) {
    return new Order(
        text(body, "workflow"),
        values(body, "inputs"),
        LocalDate.parse(text(body, "businessDate")),
        Optional.empty(),
        new Origin.User(text(body, "user")),
        terms(body));
  }

  /// What a node of the version before sent has none.
  private static Order.Terms terms(Map<String, Object> body) {
    return new Order.Terms(
        body.containsKey("priority") ? Optional.of(number(body, "priority")) : Optional.empty(),
        body.containsKey("turns") ? Turn.limits(values(body, "turns")) : Map.of(),
        body.containsKey("backfill") ? Optional.of(text(body, "backfill")) : Optional.empty());
  }

  static Event.Key key(Map<String, Object> body) {
    return new Event.Key(text(body, "principal"), text(body, "key"), text(body, "bodyHash"));
  }

  /// To the worker of an incarnation: an attempt is to end.
  static Letter stop(long worker, long token, Effect.Urgency urgency) {
    var body = new HashMap<String, Object>();
    body.put(KIND, STOP);
    body.put("token", Long.toString(token));
    if (urgency == Effect.Urgency.KILL) body.put("kill", true);
    var kind = urgency == Effect.Urgency.KILL ? "kill" : "stop";
    return new Letter(new Address.Worker(worker), "%s:%d:%d".formatted(kind, token, worker), body);
  }

  static Effect.Urgency urgency(Map<String, Object> body) {
    return Boolean.TRUE.equals(body.get("kill")) ? Effect.Urgency.KILL : Effect.Urgency.ASK;
  }

  /// To the keeper of a trigger: an event has come for it.
  ///
  /// @param version whose trigger it is
  public static Letter happened(long version, Arrived event) {
    var body = new HashMap<String, Object>();
    body.put(KIND, HAPPENED);
    body.put("version", Long.toString(version));
    body.put("trigger", event.trigger());
    body.put("part", event.part());
    body.put("key", event.key());
    body.put("businessDate", event.businessDate().toString());
    body.put("values", event.values());
    body.put("at", event.at().toString());
    var key = String.join("\n", "happened", event.trigger(), event.part(), event.key());
    return new Letter(new Address.Owner(event.partition()), key, body);
  }

  static Event.Happened happened(Version version, Map<String, Object> body) {
    var trigger = text(body, "trigger");
    var event =
        new Arrived(
            Partition.ofProject(version.project()),
            trigger,
            text(body, "part"),
            text(body, "key"),
            LocalDate.parse(text(body, "businessDate")),
            values(body, "values"),
            Instant.parse(text(body, "at")));
    return new Event.Happened(version, trigger.substring(0, trigger.indexOf('/')), event);
  }

  static Event.Heard ended(Map<String, Object> body) {
    return new Event.Heard(Ended.of(body), number(body, "partition"));
  }

  static long token(Map<String, Object> body) {
    return Long.parseLong(text(body, "token"));
  }

  /// To the owner of a run: how an attempt ended here.
  static Letter report(Event.Reported reported) {
    var attempt = reported.attempt();
    var body = new HashMap<String, Object>();
    body.put(KIND, REPORT);
    body.put("run", attempt.run().toString());
    body.put("task", attempt.task());
    body.put("item", attempt.item());
    body.put("attempt", attempt.attempt());
    body.put("token", Long.toString(reported.token()));
    switch (reported.report()) {
      case Event.Report.Succeeded(var outputs) -> {
        body.put("end", "succeeded");
        body.put("outputs", outputs);
      }
      case Event.Report.Failed(var failure) -> {
        body.put("end", "failed");
        body.put("failure", failure.kind().name());
        failure.exitCode().ifPresent(code -> body.put("exitCode", code));
        body.put("message", failure.message());
      }
      case Event.Report.Cancelled() -> body.put("end", "cancelled");
      case Event.Report.Lost() -> body.put("end", "lost");
      case Event.Report.NeverStarted() -> body.put("end", "never-started");
    }
    return new Letter(
        new Address.Owner(attempt.run().partition()), "report:" + reported.token(), body);
  }

  static Event.Reported report(Map<String, Object> body) {
    var attempt =
        new AttemptId(
            RunId.parse(text(body, "run")),
            text(body, "task"),
            number(body, "item"),
            number(body, "attempt"));
    var report =
        switch (text(body, "end")) {
          case "succeeded" -> new Event.Report.Succeeded(values(body, "outputs"));
          case "failed" ->
              new Event.Report.Failed(
                  new Failure(
                      FailureKind.valueOf(text(body, "failure")),
                      body.containsKey("exitCode")
                          ? Optional.of(number(body, "exitCode"))
                          : Optional.empty(),
                      text(body, "message")));
          case "cancelled" -> new Event.Report.Cancelled();
          case "lost" -> new Event.Report.Lost();
          case "never-started" -> new Event.Report.NeverStarted();
          case String end -> throw new IllegalArgumentException("not an end: '%s'".formatted(end));
        };
    return new Event.Reported(attempt, token(body), report);
  }

  static String text(Map<String, Object> body, String word) {
    if (body.get(word) instanceof String text) return text;
    throw missing(word);
  }

  static int number(Map<String, Object> body, String word) {
    if (body.get(word) instanceof Number number) return number.intValue();
    throw missing(word);
  }

  static Map<String, Object> values(Map<String, Object> body, String word) {
    if (!(body.get(word) instanceof Map<?, ?> map)) throw missing(word);
    var values = new HashMap<String, Object>();
    map.forEach((name, value) -> values.put(String.valueOf(name), value));
    return values;
  }

  private static IllegalArgumentException missing(String word) {
    return new IllegalArgumentException("the message has no fit '%s'".formatted(word));
  }
}
