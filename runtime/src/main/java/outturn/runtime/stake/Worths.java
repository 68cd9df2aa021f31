package outturn.runtime.stake;

import java.util.Map;
import java.util.function.Consumer;
import outturn.engine.decide.Event;
import outturn.engine.pool.Worth;
import outturn.engine.run.RunId;

/// Tells those who give out pools what it costs when runs are late, where a pool goes by that.
public final class Worths {
  private static final int AGAIN = 30;

  private final WorthsForeseen foreseen;
  private final Consumer<Event> inbox;
  private Map<RunId, Worth> told = Map.of();
  private int looks;

  public Worths(WorthsForeseen foreseen, Consumer<Event> inbox) {
    this.foreseen = foreseen;
    this.inbox = inbox;
  }

  /// Tells what has changed, and all of it now and then: who gives out pools may have lost it.
  public void step() {
    var now = foreseen.all();
    boolean nothing = now.isEmpty() && told.isEmpty();
    if (nothing || (now.equals(told) && ++looks < AGAIN)) return;
    looks = 0;
    told = now;
    inbox.accept(new Event.WorthTold(now));
  }
}
