package outturn.engine.verb;

import static outturn.engine.EventSketch.dependency;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.workflow;

import java.time.Duration;
import java.util.List;
import outturn.definition.schedule.Schedule;
import outturn.definition.workflow.Task;
import outturn.engine.Driver;
import outturn.engine.TaskSketch;
import outturn.engine.WorkflowSketch;
import outturn.engine.pool.Lane;
import outturn.engine.run.RunId;

/// A run in a state that an operator may find it in; the task is `t`, another one is `other`.
record Situation(Driver node, RunId run) {
  private static final TaskSketch OTHER = task("other");

  static Situation of(String name) {
    return switch (name) {
      case "waiting" -> started(OTHER, task("t").needs("other"));
      case "ready" -> {
        var node = new Driver(workflow("w", task("t"))).slots(Lane.PROCESS, 0);
        yield new Situation(node, node.start("w"));
      }
      case "held" -> held(started(OTHER, task("t").needs("other")));
      case "bypassed" -> bypassed(held(started(OTHER, task("t").needs("other"))));
      case "delayed" -> failed(started(OTHER, task("t").attempts(2, Duration.ofMinutes(5))));
      case "asking" -> {
        var here = started(OTHER, task("t").onLost(Task.OnLost.ASK));
        here.node.loses(here.run, "t");
        yield here;
      }
      case "running" -> started(OTHER, task("t"));
      case "timed" -> started(OTHER, task("t").waits(Duration.ofHours(1)));
      case "items" -> started(OTHER, task("t").forEach(List.of(1, 2, 3), 2));
      case "succeeded", "failed", "skipped", "cancelled" -> ended(name);
      case "ending" -> {
        var here = started(OTHER, task("t"));
        here.node.cancel(here.run);
        yield here;
      }
      case "over, failed" -> failed(started(task("t")));
      case "over, succeeded" -> succeeded(started(task("t")));
      case "queued" -> queued();
      case "depending", "depending, held", "depending, over" -> depending(name);
      case "run held" -> {
        var here = started(OTHER, task("t"));
        here.node.operate(here.run, new Verb.Hold());
        yield here;
      }
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Situation ended(String how) {
    return switch (how) {
      case "succeeded" -> succeeded(started(OTHER, task("t")));
      case "failed" -> failed(started(OTHER, task("t")));
      case "skipped" -> started(OTHER, task("t").when("no", _ -> false));
      case "cancelled" -> {
        var here = started(OTHER, task("t"));
        here.node.operate(here.run, "t", new Verb.Cancel());
        here.node.stopped(here.run, "t");
        yield here;
      }
      default -> throw new IllegalArgumentException(how);
    };
  }

  private static Situation started(TaskSketch... tasks) {
    var node = new Driver(workflow("w", tasks));
    return new Situation(node, node.start("w"));
  }

  private static Situation held(Situation here) {
    here.node.operate(here.run, "t", new Verb.Hold());
    return here;
  }

  private static Situation bypassed(Situation here) {
    here.node.operate(here.run, "t", new Verb.Bypass());
    return here;
  }

  private static Situation failed(Situation here) {
    here.node.fails(here.run, "t");
    return here;
  }

  private static Situation succeeded(Situation here) {
    here.node.succeeds(here.run, "t");
    return here;
  }

  /// The run waits for a run of another workflow.
  private static Situation depending(String how) {
    var node =
        new Driver(workflow("x", task("p")), workflow("w", task("t")).dependsOn(dependency("x")));
    var run = node.start("w");
    switch (how) {
      case "depending, held" -> node.operate(run, new Verb.Hold());
      case "depending, over" -> node.cancel(run);
      default -> {}
    }
    return new Situation(node, run);
  }

  /// Another run of the workflow runs, and this one waits until it has ended.
  private static Situation queued() {
    var node = new Driver(workflow("w", task("t")));
    node.start("w");
    var queue = Schedule.WhenRunning.QUEUE;
    node.schedules("w", WorkflowSketch.schedule("0 9 * * *", WorkflowSketch.none(), queue));
    node.passes(Duration.ofHours(2));
    return new Situation(node, node.runs("w").getLast());
  }
}
