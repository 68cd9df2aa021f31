package outturn.runtime.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;

/// Tells those who watch a run that it has changed; they read its rows then.
public final class RunWatch {
  private final Map<RunId, List<Consumer<Optional<RunState>>>> watchers = new ConcurrentHashMap<>();
  private final List<Runnable> watchersOfAll = new CopyOnWriteArrayList<>();

  /// Somebody who watches, until it is closed.
  public interface Watching extends AutoCloseable {
    @Override
    void close();
  }

  /// Watches a run until the result is closed. The watcher is called on the decision thread and
  /// must only take note.
  ///
  /// @param watcher told the run's new state, or nothing when something else of it has changed
  public Watching watch(RunId run, Consumer<Optional<RunState>> watcher) {
    watchers.computeIfAbsent(run, _ -> new CopyOnWriteArrayList<>()).add(watcher);
    return () ->
        watchers.computeIfPresent(
            run,
            (_, all) -> {
              all.remove(watcher);
              return all.isEmpty() ? null : all;
            });
  }

  /// Watches the states of all runs until the result is closed, on the same terms.
  public Watching watchAll(Runnable watcher) {
    watchersOfAll.add(watcher);
    return () -> watchersOfAll.remove(watcher);
  }

  /// Whether nobody watches a run: then nobody needs to find out what else of it has changed.
  public boolean unwatched() {
    return watchers.isEmpty();
  }

  public void changed(RunId run, RunState state) {
    watchersOfAll.forEach(Runnable::run);
    tell(run, Optional.of(state));
  }

  /// Something of the run has changed that is not its state, such as one of its tasks.
  public void touched(RunId run) {
    tell(run, Optional.empty());
  }

  private void tell(RunId run, Optional<RunState> state) {
    watchers.getOrDefault(run, List.of()).forEach(watcher -> watcher.accept(state));
  }
}
