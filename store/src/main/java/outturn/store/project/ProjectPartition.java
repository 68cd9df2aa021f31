package outturn.store.project;

import outturn.engine.run.RunId;

/// The partition that keeps the schedules and pools of a project.
public final class ProjectPartition {
  private ProjectPartition() {}

  /// The same for ever: rows contain it. Java fixes what the hash of a text is.
  public static int of(String project) {
    return Math.floorMod(project.hashCode(), RunId.PARTITIONS);
  }
}
