package outturn.engine.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.UnaryOperator;

/// Something that is supposed to be otherwise in a situation.
public sealed interface WhatIf {
  /// The situation as it would be.
  Situation in(Situation situation);

  /// A pool has another size.
  record PoolSize(String pool, int size) implements WhatIf {
    @Override
    public Situation in(Situation was) {
      var pools = new HashMap<>(was.pools());
      pools.put(pool, size);
      var resizes = was.resizes().stream().filter(resize -> !resize.pool().equals(pool)).toList();
      return new Situation(was.now(), was.courses(), pools, resizes, was.rivals());
    }
  }

  /// A pool, or the slots of a host, can be used by nobody new until an instant.
  record Down(String pool, Instant until) implements WhatIf {
    @Override
    public Situation in(Situation was) {
      var size = was.pools().get(pool);
      if (size == null) throw new IllegalArgumentException("no pool '%s'".formatted(pool));
      var pools = new HashMap<>(was.pools());
      pools.put(pool, 0);
      var resizes = new ArrayList<Resize>();
      int later = size;
      for (var resize : was.resizes()) {
        boolean meanwhile = resize.pool().equals(pool) && !resize.at().isAfter(until);
        if (meanwhile) later = resize.size();
        else resizes.add(resize);
      }
      resizes.add(new Resize(pool, until, later, "it is down"));
      return new Situation(was.now(), was.courses(), pools, resizes, was.rivals());
    }
  }

  /// A task takes this many times as long.
  record Times(String course, String task, double factor) implements WhatIf {
    @Override
    public Situation in(Situation was) {
      return works(was, course, task, work -> work.with(work.length().times(factor)));
    }
  }

  /// A task takes so much longer.
  record Longer(String course, String task, Duration by) implements WhatIf {
    @Override
    public Situation in(Situation was) {
      return works(was, course, task, work -> work.with(work.length().plus(by)));
    }
  }

  /// A course is left out; what waits for it does not.
  record Without(String course) implements WhatIf {
    @Override
    public Situation in(Situation was) {
      var left =
          was.courses().stream()
              .filter(each -> !each.key().equals(course))
              .map(each -> begins(each, without(each.begin())))
              .toList();
      return new Situation(was.now(), left, was.pools(), was.resizes(), was.rivals());
    }

    private Course.Begin without(Course.Begin begin) {
      return new Course.Begin(begin.earliest(), left(begin.depends()), left(begin.turns()));
    }

    private List<String> left(List<String> keys) {
      return keys.stream().filter(key -> !key.equals(course)).toList();
    }
  }

  /// A course begins no earlier than this.
  record Begins(String course, Instant earliest) implements WhatIf {
    @Override
    public Situation in(Situation was) {
      return courses(
          was,
          course,
          each ->
              begins(
                  each, new Course.Begin(earliest, each.begin().depends(), each.begin().turns())));
    }
  }

  /// A course never begins, unless a person does something about it.
  ///
  /// @param what the person would have to do, as `start nightly for 2026-12-24`
  record Stuck(String course, String what) implements WhatIf {
    @Override
    public Situation in(Situation was) {
      return courses(was, course, each -> each.stuck(what));
    }
  }

  private static Situation works(
      Situation was, String course, String task, UnaryOperator<Work> change) {
    return courses(
        was,
        course,
        each -> {
          var works = new HashMap<>(each.works());
          var work = works.get(task);
          if (work == null) {
            throw new IllegalArgumentException(
                "no task '%s' in course '%s'".formatted(task, course));
          }
          works.put(task, change.apply(work));
          return new Course(
              each.key(),
              each.workflow(),
              each.graph(),
              each.priority(),
              each.begin(),
              works,
              each.promises());
        });
  }

  private static Situation courses(Situation was, String key, UnaryOperator<Course> change) {
    if (was.courses().stream().noneMatch(each -> each.key().equals(key))) {
      throw new IllegalArgumentException("no course '%s'".formatted(key));
    }
    var courses =
        was.courses().stream()
            .map(each -> each.key().equals(key) ? change.apply(each) : each)
            .toList();
    return new Situation(was.now(), courses, was.pools(), was.resizes(), was.rivals());
  }

  private static Course begins(Course was, Course.Begin begin) {
    return new Course(
        was.key(), was.workflow(), was.graph(), was.priority(), begin, was.works(), was.promises());
  }
}
