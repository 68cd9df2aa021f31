package outturn.engine.pool;

import java.util.HashMap;
import java.util.Map;

/// The slots of one lane of the worker, and which workflow has how many of them.
///
/// One workflow may have at most [#GREED] times as many as are left free: three quarters when it is
/// alone, less the more others have. So a slot is left for the next one, whatever hangs or crowds.
final class Slots {
  private static final int GREED = 3;

  private final int size;
  private final Map<String, Integer> held = new HashMap<>();
  private int used;

  Slots(int size) {
    this.size = size;
  }

  int free() {
    return Math.max(0, size - used);
  }

  boolean room(String workflow) {
    return held(workflow) < GREED * free();
  }

  int held(String workflow) {
    return held.getOrDefault(workflow, 0);
  }

  void take(String workflow) {
    used++;
    held.merge(workflow, 1, Integer::sum);
  }

  void giveBack(String workflow) {
    used--;
    held.computeIfPresent(workflow, (_, slots) -> slots == 1 ? null : slots - 1);
  }
}
