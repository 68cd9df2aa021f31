package outturn.store.journal;

import org.jspecify.annotations.Nullable;
import outturn.engine.run.Origin;

/// An origin as the columns of a run's row.
record OriginColumns(
    @Nullable String user,
    @Nullable Long schedule,
    @Nullable String trigger,
    @Nullable Long parentRun,
    @Nullable String parentTask,
    @Nullable Integer parentItem,
    @Nullable Integer parentAttempt) {

  static OriginColumns of(Origin origin) {
    return switch (origin) {
      case Origin.User(var name) -> new OriginColumns(name, null, null, null, null, null, null);
      case Origin.Schedule(var id) -> new OriginColumns(null, id, null, null, null, null, null);
      case Origin.Trigger(var trigger) ->
          new OriginColumns(null, null, trigger, null, null, null, null);
      case Origin.Parent(var by) ->
          new OriginColumns(null, null, null, by.run().value(), by.task(), by.item(), by.attempt());
    };
  }
}
