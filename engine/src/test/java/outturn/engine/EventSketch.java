package outturn.engine;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.expression.Expression;
import outturn.definition.expression.Template;
import outturn.definition.expression.ValueType;
import outturn.definition.trigger.DateShift;
import outturn.definition.trigger.Dependency;
import outturn.definition.trigger.Source;
import outturn.definition.trigger.Source.End;
import outturn.definition.trigger.Trigger;
import outturn.engine.run.Partition;
import outturn.engine.trigger.Arrived;

/// Triggers, dependencies and events for tests, in words.
public final class EventSketch {
  private static final Trigger.Joining EACH = new Trigger.Joining.Each();

  private EventSketch() {}

  /// A trigger for webhooks.
  public static Trigger hook(String name) {
    return new Trigger(name, EACH, List.of(part("", webhook())), Map.of());
  }

  /// A trigger that gives an input the value of that name.
  public static Trigger hook(String name, String input) {
    return new Trigger(
        name, EACH, List.of(part("", webhook())), Map.of(input, value("trigger." + input)));
  }

  /// A trigger for ends of a run, or a task: `workflow` or `workflow/task`.
  public static Trigger after(String path, End... on) {
    return new Trigger("after", EACH, List.of(part("", ending(path, 0, on))), Map.of());
  }

  public static Trigger any(String name, Trigger.Part... parts) {
    return new Trigger(name, EACH, Arrays.asList(parts), Map.of());
  }

  public static Trigger all(String name, Duration within, Trigger.Part... parts) {
    return new Trigger(name, new Trigger.Joining.Together(within), Arrays.asList(parts), Map.of());
  }

  public static Trigger.Part part(String name, Source source) {
    return new Trigger.Part(name, source, Optional.empty());
  }

  public static Source webhook() {
    return new Source.Webhook(Optional.empty(), Optional.empty(), Map.of());
  }

  /// The end of `workflow` or `workflow/task`.
  ///
  /// @param days from the business date of what ended
  public static Source ending(String path, int days, End... on) {
    int slash = path.indexOf('/');
    var set = EnumSet.noneOf(End.class);
    set.addAll(Arrays.asList(on));
    return new Source.Ending(
        slash < 0 ? path : path.substring(0, slash),
        slash < 0 ? Optional.empty() : Optional.of(path.substring(slash + 1)),
        set.isEmpty() ? EnumSet.of(End.SUCCEEDED) : set,
        new DateShift(days));
  }

  private static Template value(String name) {
    return new Template.Single(
        new Expression(name, ValueType.ANY, scope -> scope.find(name).orElseThrow()));
  }

  public static Dependency dependency(String path) {
    return dependency(path, 0, Optional.empty(), Dependency.Otherwise.FAIL);
  }

  public static Dependency dependency(
      String path, int days, Optional<Duration> within, Dependency.Otherwise otherwise) {
    int slash = path.indexOf('/');
    return new Dependency(
        slash < 0 ? path : path.substring(0, slash),
        slash < 0 ? Optional.empty() : Optional.of(path.substring(slash + 1)),
        new DateShift(days),
        within,
        otherwise);
  }

  /// An event for `workflow/trigger`, or for a part of it: `workflow/trigger#part`.
  public static Arrived event(String path, String key, Map<String, Object> values, Driver node) {
    int hash = path.indexOf('#');
    return new Arrived(
        Partition.ofProject("project"),
        hash < 0 ? path : path.substring(0, hash),
        hash < 0 ? "" : path.substring(hash + 1),
        key,
        LocalDate.ofInstant(node.now(), WorkflowSketch.ZONE),
        values,
        node.now());
  }
}
