package outturn.store.project;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import outturn.engine.run.Partition;
import outturn.store.database.SqlArray;
import outturn.store.mailbox.Mailbox;
import outturn.store.mailbox.SqlMailbox;
import outturn.store.project.Folder.ScheduleText;

/// Changes what is in force to what a folder says.
final class Force {
  private final Handle handle;
  private final Folder folder;
  private final long version;
  private final Instant now;

  Force(Handle handle, Folder folder, long version, Instant now) {
    this.handle = handle;
    this.folder = folder;
    this.version = version;
    this.now = now;
  }

  void remove(List<ObjectName> gone) {
    handle
        .createUpdate(
            """
            delete from definition d using unnest(:kinds, :names) as g(kind, name)
            where d.kind = g.kind and d.name = g.name
            """)
        .bind("kinds", SqlArray.texts(gone.stream().map(ObjectName::kind).toList()))
        .bind("names", SqlArray.texts(gone.stream().map(ObjectName::name).toList()))
        .execute();
    handle
        .createUpdate("delete from pool where name = any(:pools)")
        .bind("pools", SqlArray.texts(named(gone, ObjectName.POOL)))
        .execute();
    handle
        .createUpdate(
            """
            update schedule set removed = :now where removed is null and workflow = any(:workflows)
            """)
        .bind("now", now)
        .bind("workflows", SqlArray.texts(named(gone, ObjectName.WORKFLOW)))
        .execute();
  }

  void put() {
    putDefinitions();
    putPools();
    removeSchedules();
    putSchedules();
  }

  /// The engine reads anew what is in force of the project, when it comes to this message.
  void tell() {
    SqlMailbox.post(
        handle,
        new Mailbox.Letter(
            new Mailbox.Address.Owner(Partition.ofProject(folder.project())),
            "applied:" + version,
            Map.of("kind", "applied", "project", folder.project())));
  }

  private void putDefinitions() {
    var named = List.copyOf(folder.named());
    handle
        .createUpdate(
            """
            insert into definition (kind, name, project, version)
            select kind, name, :project, :version from unnest(:kinds, :names) as n(kind, name)
            on conflict (kind, name) do update set version = excluded.version
            """)
        .bind("project", folder.project())
        .bind("version", version)
        .bind("kinds", SqlArray.texts(named.stream().map(ObjectName::kind).toList()))
        .bind("names", SqlArray.texts(named.stream().map(ObjectName::name).toList()))
        .execute();
  }

  private void putPools() {
    var pools = List.copyOf(folder.pools().entrySet());
    handle
        .createUpdate(
            """
            insert into pool (name, project, size)
            select name, :project, size from unnest(:names, :sizes) as p(name, size)
            on conflict (name) do update set size = excluded.size
            """)
        .bind("project", folder.project())
        .bind("names", SqlArray.texts(pools.stream().map(Map.Entry::getKey).toList()))
        .bind("sizes", SqlArray.ints(pools.stream().map(Map.Entry::getValue).toList()))
        .execute();
  }

  // Of workflows that are in the folder: they no longer say these.
  private void removeSchedules() {
    handle
        .createUpdate(
            """
            update schedule s set removed = :now
            where removed is null
              and workflow = any(:here)
              and not exists (
                select from unnest(:workflows, :names) as f(workflow, name)
                where f.workflow = s.workflow and f.name = s.name)
            """)
        .bind("now", now)
        .bind("here", SqlArray.texts(named(folder.named(), ObjectName.WORKFLOW)))
        .bind("workflows", SqlArray.texts(texts(ScheduleText::workflow)))
        .bind("names", SqlArray.texts(texts(ScheduleText::name)))
        .execute();
  }

  // A schedule that returns or changes starts with the next due time, not with those it never had.
  private void putSchedules() {
    handle
        .createUpdate(
            """
            insert into schedule (project, workflow, name, spec, partition, looked_until)
            select :project, workflow, name, spec, :partition, :now
            from unnest(:workflows, :names, :specs) as f(workflow, name, spec)
            on conflict (workflow, name) do update set
              project = excluded.project,
              partition = excluded.partition,
              spec = excluded.spec,
              looked_until = case
                when schedule.removed is null and schedule.spec = excluded.spec then schedule.looked_until
                else excluded.looked_until end,
              removed = null
            """)
        .bind("project", folder.project())
        .bind("partition", Partition.ofProject(folder.project()))
        .bind("now", now)
        .bind("workflows", SqlArray.texts(texts(ScheduleText::workflow)))
        .bind("names", SqlArray.texts(texts(ScheduleText::name)))
        .bind("specs", SqlArray.texts(texts(ScheduleText::spec)))
        .execute();
  }

  private List<String> texts(Function<ScheduleText, String> text) {
    return folder.schedules().stream().map(text).toList();
  }

  private static List<String> named(Collection<ObjectName> names, String kind) {
    return names.stream().filter(n -> n.kind().equals(kind)).map(ObjectName::name).toList();
  }
}
