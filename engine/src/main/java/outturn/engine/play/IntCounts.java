package outturn.engine.play;

import java.util.Arrays;
import java.util.stream.IntStream;

/// How often each of some numbers was seen: an open hash table.
public final class IntCounts {
  private static final int FREE = -1;

  private int[] numbers = new int[16];
  private int[] counts = new int[16];
  private int size;

  public IntCounts() {
    Arrays.fill(numbers, FREE);
  }

  public void add(int number) {
    int at = place(number);
    if (numbers[at] == FREE) {
      numbers[at] = number;
      size++;
    }
    counts[at]++;
    if (2 * size > numbers.length) grow();
  }

  public int of(int number) {
    int at = place(number);
    return numbers[at] == FREE ? 0 : counts[at];
  }

  /// The numbers that were seen most often, so many at most, in no order.
  public IntStream mostSeen(int many) {
    var times = new int[Arrays.stream(counts).max().orElse(0) + 1];
    for (int at = 0; at < numbers.length; at++) if (numbers[at] != FREE) times[counts[at]]++;
    int least = times.length;
    int oftener = 0;
    while (least > 1 && oftener + times[least - 1] <= many) oftener += times[--least];
    int often = least;
    var most = IntStream.range(0, numbers.length).filter(at -> counts[at] >= often);
    var next =
        IntStream.range(0, numbers.length).filter(at -> counts[at] == often - 1 && often > 1);
    return IntStream.concat(most, next.limit(many - oftener)).map(at -> numbers[at]);
  }

  private int place(int number) {
    // The highest bits of the product are the best mixed; as many as the table needs.
    int at = (number * 0x9e3779b9) >>> (Integer.numberOfLeadingZeros(numbers.length) + 1);
    while (numbers[at] != FREE && numbers[at] != number) at = (at + 1) & (numbers.length - 1);
    return at;
  }

  private void grow() {
    var oldNumbers = numbers;
    var oldCounts = counts;
    numbers = new int[2 * oldNumbers.length];
    counts = new int[numbers.length];
    Arrays.fill(numbers, FREE);
    for (int old = 0; old < oldNumbers.length; old++) {
      if (oldNumbers[old] == FREE) continue;
      int at = place(oldNumbers[old]);
      numbers[at] = oldNumbers[old];
      counts[at] = oldCounts[old];
    }
  }
}
