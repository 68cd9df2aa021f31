package outturn.store.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import outturn.store.database.SqlArray;

/// Projects, what is in force of them, and their versions.
public final class ProjectReader {
  private final Jdbi jdbi;

  public ProjectReader(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// The current version of every project, by name.
  public List<ProjectVersion> projects() {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select v.* from project p join project_version v on v.id = p.current order by p.name
              """)
          .map((row, _) -> version(row))
          .list();
    }
  }

  public Optional<ProjectVersion> current(String project) {
    try (var handle = jdbi.open()) {
      return current(handle, project);
    }
  }

  public Optional<ProjectVersion> version(long id) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery("select * from project_version where id = :id")
          .bind("id", id)
          .map((row, _) -> version(row))
          .findOne();
    }
  }

  /// The id of the newest version of any project, 0 for none: while it stays, what is in force
  /// stays.
  public long newestVersion() {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery("select coalesce(max(id), 0) from project_version")
          .mapTo(Long.class)
          .one();
    }
  }

  /// All versions of a project, newest first.
  public List<ProjectVersion> history(String project) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select * from project_version where project = :project order by number desc
              """)
          .bind("project", project)
          .map((row, _) -> version(row))
          .list();
    }
  }

  /// The versions of a project in which a file is another than in the one before, newest first.
  ///
  /// @param limit how many at most
  public List<ProjectVersion> history(String project, String path, int limit) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select * from (
                select v.*, f.content, lag(f.content) over (order by v.number) as before
                from project_version v
                  left join project_file f on f.version = v.id and f.path = :path
                where v.project = :project) each
              where content is not null and content is distinct from before
              order by number desc limit :limit
              """)
          .bind("project", project)
          .bind("path", path)
          .bind("limit", limit)
          .map((row, _) -> version(row))
          .list();
    }
  }

  public Optional<ProjectVersion> version(String project, int number) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              "select * from project_version where project = :project and number = :number")
          .bind("project", project)
          .bind("number", number)
          .map((row, _) -> version(row))
          .findOne();
    }
  }

  /// The files of a version by path; none if there is no such version.
  public SortedMap<String, byte[]> files(long version) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select f.path, c.bytes
              from project_file f join content c on c.hash = f.content
              where f.version = :version
              """)
          .bind("version", version)
          .map((row, _) -> Map.entry(row.getString("path"), row.getBytes("bytes")))
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, TreeMap::new));
    }
  }

  /// Everything in force on the server, by kind and name.
  public List<ObjectInForce> inForce() {
    try (var handle = jdbi.open()) {
      return inForce(handle);
    }
  }

  /// The schedules in force of a project, by workflow and name.
  public List<ScheduleInForce> schedules(String project) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select s.*, d.version
              from schedule s join definition d on d.kind = 'workflow' and d.name = s.workflow
              where s.project = :project and s.removed is null
              order by s.workflow, s.name
              """)
          .bind("project", project)
          .map((row, _) ->
              new ScheduleInForce(
                  row.getLong("id"),
                  row.getString("workflow"),
                  row.getString("name"),
                  row.getString("spec"),
                  instant(row, "looked_until"),
                  row.getLong("version"),
                  SchedulePauses.paused(row)))
          .list();
    }
  }

  /// The sizes of a project's pools in force, by name.
  public SortedMap<String, Integer> pools(String project) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery("select name, size from pool where project = :project")
          .bind("project", project)
          .map((row, _) -> Map.entry(row.getString("name"), row.getInt("size")))
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, TreeMap::new));
    }
  }

  /// The sizes of the pools in force of some projects, by name.
  public Map<String, Integer> pools(Collection<String> projects) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery("select name, size from pool where project = any(:projects)")
          .bind("projects", SqlArray.texts(projects))
          .map((row, _) -> Map.entry(row.getString("name"), row.getInt("size")))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
  }

  static Optional<ProjectVersion> current(Handle handle, String project) {
    return handle
        .createQuery(
            """
            select v.* from project p join project_version v on v.id = p.current
            where p.name = :project
            """)
        .bind("project", project)
        .map((row, _) -> version(row))
        .findOne();
  }

  static List<ObjectInForce> inForce(Handle handle) {
    return handle
        .createQuery("select * from definition order by kind, name")
        .map((row, _) ->
            new ObjectInForce(
                new ObjectName(row.getString("kind"), row.getString("name")),
                row.getString("project"),
                row.getLong("version")))
        .list();
  }

  static ProjectVersion version(ResultSet row) throws SQLException {
    return new ProjectVersion(
        row.getLong("id"),
        row.getString("project"),
        row.getInt("number"),
        row.getString("hash"),
        instant(row, "applied"),
        row.getString("applied_by"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
