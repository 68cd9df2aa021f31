package outturn.engine.worth;

import java.util.function.ToIntFunction;
import outturn.definition.pool.Pool;

/// How waiting work is ordered.
///
/// @param sharing whether each graph is a workflow of its own, or all are one
record Rule(String name, Pool.Order order, Sharing sharing, ToIntFunction<Job> priority) {
  enum Sharing {
    ONE_WORKFLOW,
    FAIR
  }

  String workflow(Job job) {
    return sharing == Sharing.FAIR ? job.graph().name() : "work";
  }
}
