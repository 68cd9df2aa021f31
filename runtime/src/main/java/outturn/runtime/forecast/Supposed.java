package outturn.runtime.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import outturn.engine.forecast.Course;
import outturn.engine.forecast.Situation;
import outturn.engine.forecast.WhatIf;

/// Something supposed of the work to come, whichever runs it concerns.
public sealed interface Supposed {
  /// What it means for the runs of a situation; nothing when it does not concern them.
  Stream<WhatIf> in(Situation situation);

  /// What it names, as `pool ledger-db`.
  String what();

  /// A pool has another size.
  record Pool(String pool, int size) implements Supposed {
    @Override
    public Stream<WhatIf> in(Situation situation) {
      return situation.pools().containsKey(pool)
          ? Stream.of(new WhatIf.PoolSize(pool, size))
          : Stream.of();
    }

    @Override
    public String what() {
      return "pool " + pool;
    }
  }

  /// A pool can be used by nobody new until an instant: its host is down.
  record Down(String pool, Instant until) implements Supposed {
    @Override
    public Stream<WhatIf> in(Situation situation) {
      return situation.pools().containsKey(pool)
          ? Stream.of(new WhatIf.Down(pool, until))
          : Stream.of();
    }

    @Override
    public String what() {
      return "pool " + pool;
    }
  }

  /// A task takes this many times as long.
  record Times(String workflow, String task, double factor) implements Supposed {
    @Override
    public Stream<WhatIf> in(Situation situation) {
      return with(situation, workflow, task)
          .map(course -> new WhatIf.Times(course.key(), task, factor));
    }

    @Override
    public String what() {
      return "task %s/%s".formatted(workflow, task);
    }
  }

  /// A task takes so much longer.
  record Longer(String workflow, String task, Duration by) implements Supposed {
    @Override
    public Stream<WhatIf> in(Situation situation) {
      return with(situation, workflow, task)
          .map(course -> new WhatIf.Longer(course.key(), task, by));
    }

    @Override
    public String what() {
      return "task %s/%s".formatted(workflow, task);
    }
  }

  /// A workflow is not started by its schedules.
  record Without(String workflow) implements Supposed {
    @Override
    public Stream<WhatIf> in(Situation situation) {
      return situation.courses().stream()
          .filter(course -> course.workflow().equals(workflow))
          .filter(course -> course.begin().earliest().isAfter(situation.now()))
          .map(course -> new WhatIf.Without(course.key()));
    }

    @Override
    public String what() {
      return "workflow " + workflow;
    }
  }

  private static Stream<Course> with(Situation situation, String workflow, String task) {
    return situation.courses().stream()
        .filter(course -> course.workflow().equals(workflow) && course.works().containsKey(task));
  }
}
