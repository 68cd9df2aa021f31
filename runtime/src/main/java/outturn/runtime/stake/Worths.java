package outturn.runtime.stake;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import outturn.engine.decide.Event;
import outturn.engine.pool.Worth;
import outturn.engine.run.RunId;

/// Tells those who give out pools what it costs when runs are late, where a pool goes by that.
public final class Worths {
  private static final int AGAIN = 30;
  private static final long RESTS = 500;

  private final WorthsForeseen foreseen;
  private final Consumer<Event> inbox;
  private final LongSupplier ticker;
  private long began;
  private long took;
  private Map<RunId, Worth> told = Map.of();
  private int looks;

  /// @param ticker monotonic, in nanoseconds
  public Worths(WorthsForeseen foreseen, Consumer<Event> inbox, LongSupplier ticker) {
    this.foreseen = foreseen;
    this.inbox = inbox;
    this.ticker = ticker;
  }

  /// Tells it, and then not again for five hundred times as long as that took: however many runs
  /// there are, it takes a five-hundredth of a core.
  public void step() {
    long now = ticker.getAsLong();
    if (now - began < RESTS * took) return;
    began = now;
    tell();
    took = ticker.getAsLong() - began;
  }

  /// What has changed, and all of it now and then: who gives out pools may have lost it.
  private void tell() {
    var now = foreseen.all();
    boolean nothing = now.isEmpty() && told.isEmpty();
    if (nothing || (now.equals(told) && ++looks < AGAIN)) return;
    looks = 0;
    told = now;
    inbox.accept(new Event.WorthTold(now));
  }
}
