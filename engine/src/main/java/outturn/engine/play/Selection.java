package outturn.engine.play;

/// Finds the value at a place of the order of some numbers without putting all of them in order.
///
/// Hoare, *Algorithm 65: Find*, Communications of the ACM 4 (1961), 321-322.
public final class Selection {
  private Selection() {}

  /// The place of a quantile among `count` numbers in order: the first that is reached by that
  /// share.
  public static int place(double share, int count) {
    return Math.clamp((int) Math.ceil(share * count) - 1, 0, count - 1);
  }

  /// The value at `place` in the order of those from `from` up to `to`; afterwards none before it
  /// is larger and none after it smaller.
  public static float find(float[] values, int from, int to, int place) {
    int low = from;
    int high = to - 1;
    while (low < high) {
      float middle = values[place];
      int left = low;
      int right = high;
      while (left <= right) {
        while (values[left] < middle) left++;
        while (middle < values[right]) right--;
        if (left <= right) {
          float swapped = values[left];
          values[left++] = values[right];
          values[right--] = swapped;
        }
      }
      if (right < place) low = left;
      if (place < left) high = right;
    }
    return values[place];
  }
}
