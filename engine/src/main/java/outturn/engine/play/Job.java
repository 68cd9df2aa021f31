package outturn.engine.play;

import java.util.Map;
import outturn.definition.workflow.Task;
import outturn.engine.duration.Sampler;

/// A task of a net.
///
/// @param key what its random numbers come from
/// @param rules how it is retried, how long an attempt may take, and what its failure means
/// @param notBefore in milliseconds from now; any number that is not positive is no limit
/// @param asks how much of each pool an attempt holds, by the pool's number
public record Job(
    int course,
    long key,
    Sampler length,
    Task.Rules rules,
    long notBefore,
    int priority,
    Map<Integer, Integer> asks) {
  public Job {
    asks = Map.copyOf(asks);
  }
}
