package outturn.runtime.live;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;

/// Tells those who watch a run that it has changed; they read its rows then.
public final class RunWatch {
  private final Map<RunId, List<Consumer<RunState>>> watchers = new ConcurrentHashMap<>();
  private final List<Runnable> watchersOfAll = new CopyOnWriteArrayList<>();

  /// Somebody who watches, until it is closed.
  public interface Watching extends AutoCloseable {
    @Override
    void close();
  }

  /// Watches a run until the result is closed. The watcher is called on the decision thread and
  /// must only take note.
  public Watching watch(RunId run, Consumer<RunState> watcher) {
    watchers.computeIfAbsent(run, _ -> new CopyOnWriteArrayList<>()).add(watcher);
    return () ->
        watchers.computeIfPresent(
            run,
            (_, all) -> {
              all.remove(watcher);
              return all.isEmpty() ? null : all;
            });
  }

  /// Watches all runs until the result is closed, on the same terms.
  public Watching watchAll(Runnable watcher) {
    watchersOfAll.add(watcher);
    return () -> watchersOfAll.remove(watcher);
  }

  public void changed(RunId run, RunState state) {
    watchersOfAll.forEach(Runnable::run);
    watchers.getOrDefault(run, List.of()).forEach(watcher -> watcher.accept(state));
  }
}
