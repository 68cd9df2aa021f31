package outturn.store.project;

/// The name of something that a project defines; unique on a server within its kind.
///
/// @param kind as files write it: `workflow`, `pool`, `measure` …
public record ObjectName(String kind, String name) implements Comparable<ObjectName> {
  static final String WORKFLOW = "workflow";
  static final String POOL = "pool";

  @Override
  public int compareTo(ObjectName other) {
    int kinds = kind.compareTo(other.kind);
    return kinds != 0 ? kinds : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return kind + " " + name;
  }
}
