package outturn.store.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;

/// The conditions of a list of runs, such that the newest are found among ten million without a
/// look at the others.
///
/// Read backwards by their ids, runs that meet a rare condition would be found late. So those that
/// live or did not succeed come from their own tables, those of a date from the index of dates,
/// those of a project from the newest of each of its workflows.
final class RunConditions {
  private static final Set<RunState> UNSUCCESSFUL = Set.of(RunState.FAILED, RunState.CANCELLED);

  // For the planner, which would take workflow and project for unrelated, and so believe that few
  // runs have both, this may be true of every second run.
  private static final String OF_PROJECT = "case when r.project = :project then true end";

  private RunConditions() {}

  /// @param since as a number in the conditions, not a parameter: the planner leaves out the weeks
  ///   before it
  static String of(RunFilter filter, Optional<RunId> before, Optional<RunId> since) {
    var plain = plain(filter, before, since);
    if (plain.isEmpty()) return "";
    var conditions = String.join(" and ", plain);
    var chosen = chosen(filter, conditions, unsuccessful(filter, before, since));
    var recent = since.map(first -> " and r.id >= " + first.value()).orElse("");
    return "where " + chosen + recent + "\n";
  }

  private static String chosen(RunFilter filter, String conditions, String amongUnsuccessful) {
    var states = filter.states();
    if (!states.isEmpty() && states.stream().noneMatch(RunState::ended)) {
      return ofLive(conditions);
    }
    if (filter.businessDate().isPresent()) return ofDate(conditions);
    if (!states.isEmpty() && UNSUCCESSFUL.containsAll(states)) {
      return ofUnsuccessful(conditions, amongUnsuccessful);
    }
    if (filter.project().isPresent() && filter.workflow().isEmpty()) return ofProject(conditions);
    return conditions;
  }

  // One after the other, newest first, whatever the planner believes of how many there are.
  private static String ofLive(String conditions) {
    return """
    r.id in (
      select l.id
      from live_run l cross join lateral (
        select from run r where r.id = l.id and %s offset 0) that
      order by l.id desc limit :limit)
    """
        .formatted(conditions);
  }

  // The offset keeps the planner from reading backwards all the same.
  private static String ofDate(String conditions) {
    return """
    r.id in (select id from (
      select id from run r where %s offset 0) of_date order by id desc limit :limit)
    """
        .formatted(conditions);
  }

  // One after the other, newest first, until there are enough.
  private static String ofUnsuccessful(String conditions, String among) {
    return """
    r.id in (
      select u.id
      from unsuccessful_run u cross join lateral (
        select from run r where r.id = u.id and %s offset 0) that
      where %s order by u.id desc limit :limit)
    """
        .formatted(conditions, among);
  }

  // What is in force may be newer than the last look at retentions, what was is only there.
  private static String ofProject(String conditions) {
    return """
    r.id in (
      select newest.id
      from (
        select name from definition where kind = 'workflow' and project = :project
        union select workflow from retention where project = :project) of_project
        cross join lateral (
          select id from run r where r.workflow = of_project.name and %s
          order by id desc limit :limit) newest
      order by newest.id desc limit :limit)
    """
        .formatted(conditions);
  }

  private static List<String> plain(
      RunFilter filter, Optional<RunId> before, Optional<RunId> since) {
    var conditions = new ArrayList<String>();
    before.ifPresent(_ -> conditions.add("r.id < :before"));
    since.ifPresent(first -> conditions.add("r.id >= " + first.value()));
    filter.workflow().ifPresent(_ -> conditions.add("r.workflow = :workflow"));
    filter.project().ifPresent(_ -> conditions.add(OF_PROJECT));
    filter.businessDate().ifPresent(_ -> conditions.add("r.business_date = :date"));
    filter.startedBy().ifPresent(_ -> conditions.add("r.started_by = :user"));
    filter.backfill().ifPresent(_ -> conditions.add("r.backfill = :backfill"));
    switch (filter.called()) {
      case SHOWN -> {}
      case LEFT_OUT -> conditions.add("r.parent_run is null");
    }
    if (!filter.states().isEmpty()) conditions.add("r.state = any(:states)");
    return conditions;
  }

  private static String unsuccessful(
      RunFilter filter, Optional<RunId> before, Optional<RunId> since) {
    var conditions = new ArrayList<String>();
    conditions.add(before.isPresent() ? "u.id < :before" : "true");
    since.ifPresent(first -> conditions.add("u.id >= " + first.value()));
    if (filter.workflow().isPresent()) conditions.add("u.workflow = :workflow");
    else if (filter.project().isPresent()) conditions.add("u.project = :project");
    return String.join(" and ", conditions);
  }
}
