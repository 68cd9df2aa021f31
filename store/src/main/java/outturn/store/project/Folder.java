package outturn.store.project;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outturn.store.outcome.AnalysisPlans;

/// A project's folder as it is to be in force, read and found right.
///
/// @param hash of all paths and contents; equal folders have equal ones
/// @param files by path, relative, with `/`
/// @param named the objects that the files define, with those that the next two name
/// @param pools sizes by name
/// @param schedules of workflows that are among `named`
/// @param amendments to analysis plans that are locked and that the files change
public record Folder(
    String project,
    String hash,
    Map<String, byte[]> files,
    Set<ObjectName> named,
    Map<String, Integer> pools,
    List<ScheduleText> schedules,
    List<AnalysisPlans.Amendment> amendments) {

  /// What is applied of a schedule.
  ///
  /// @param spec all of it, written so that equal schedules have equal texts
  public record ScheduleText(String workflow, String name, String spec) {}

  public Folder {
    files = Map.copyOf(files);
    pools = Map.copyOf(pools);
    schedules = List.copyOf(schedules);
    amendments = List.copyOf(amendments);
    named =
        Stream.of(
                named.stream(),
                pools.keySet().stream().map(name -> new ObjectName(ObjectName.POOL, name)),
                schedules.stream().map(s -> new ObjectName(ObjectName.WORKFLOW, s.workflow())))
            .flatMap(names -> names)
            .collect(Collectors.toUnmodifiableSet());
  }
}
