package outturn.engine.play;

import java.util.Arrays;

/// Numbers of which the first by some order is known; a binary heap. When the order of one has
/// changed it has to be told.
final class OrderedHeap {
  private static final int NOWHERE = -1;

  private final Order order;
  private final int[] places;
  private int[] items = new int[4];
  private int size;

  /// @param places of the items in the heap that each is in; a number is in one at most, so heaps
  ///   of different numbers can share them
  OrderedHeap(Order order, int[] places) {
    this.order = order;
    this.places = places;
  }

  @FunctionalInterface
  interface Order {
    boolean before(int one, int other);
  }

  static int[] places(int numbers) {
    var places = new int[numbers];
    Arrays.fill(places, NOWHERE);
    return places;
  }

  void clear() {
    for (int place = 0; place < size; place++) places[items[place]] = NOWHERE;
    size = 0;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /// There has to be one.
  int first() {
    return items[0];
  }

  /// @param item that is not in it
  void add(int item) {
    if (size == items.length) items = Arrays.copyOf(items, 2 * size);
    rise(size++, item);
  }

  /// @param item that may be in it
  void remove(int item) {
    int place = places[item];
    if (place == NOWHERE) return;
    int last = items[--size];
    places[item] = NOWHERE;
    if (last != item) settle(place, last);
  }

  /// The order of an item has changed, if it is in here.
  void moved(int item) {
    int place = places[item];
    if (place != NOWHERE) settle(place, item);
  }

  private void settle(int place, int item) {
    int parent = (place - 1) >> 1;
    if (place > 0 && order.before(item, items[parent])) rise(place, item);
    else sink(place, item);
  }

  private void rise(int from, int item) {
    int place = from;
    while (place > 0) {
      int parent = (place - 1) >> 1;
      if (!order.before(item, items[parent])) break;
      put(place, items[parent]);
      place = parent;
    }
    put(place, item);
  }

  private void sink(int from, int item) {
    int place = from;
    for (int child = 2 * place + 1; child < size; child = 2 * place + 1) {
      if (child + 1 < size && order.before(items[child + 1], items[child])) child++;
      if (!order.before(items[child], item)) break;
      put(place, items[child]);
      place = child;
    }
    put(place, item);
  }

  private void put(int place, int item) {
    items[place] = item;
    places[item] = place;
  }
}
