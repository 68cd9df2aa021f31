package outturn.store.project;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import outturn.store.database.SqlArray;

/// Writes versions and their files. Each content is kept once, whatever versions and paths have it.
final class Versions {
  private final Handle handle;

  Versions(Handle handle) {
    this.handle = handle;
  }

  ProjectVersion add(Folder folder, int number, String user, Instant now) {
    var version =
        handle
            .createQuery(
                """
                insert into project_version (project, number, hash, applied, applied_by)
                values (:project, :number, :hash, :now, :user)
                returning *
                """)
            .bind("project", folder.project())
            .bind("number", number)
            .bind("hash", folder.hash())
            .bind("now", now)
            .bind("user", user)
            .map((row, _) -> ProjectReader.version(row))
            .one();
    addFiles(version.id(), folder.files());
    handle
        .createUpdate(
            """
            insert into project (name, current) values (:project, :version)
            on conflict (name) do update set current = excluded.current
            """)
        .bind("project", folder.project())
        .bind("version", version.id())
        .execute();
    return version;
  }

  private void addFiles(long version, Map<String, byte[]> files) {
    var byPath = new TreeMap<>(files);
    List<byte[]> hashes = byPath.values().stream().map(Versions::hash).toList();
    var contents = new TreeMap<byte[], byte[]>(Arrays::compareUnsigned);
    byPath.values().forEach(bytes -> contents.put(hash(bytes), bytes));
    handle
        .createUpdate(
            """
            insert into content (hash, bytes)
            select * from unnest(:hashes, :contents)
            on conflict (hash) do nothing
            """)
        .bind("hashes", SqlArray.bytes(contents.keySet()))
        .bind("contents", SqlArray.bytes(contents.values()))
        .execute();
    handle
        .createUpdate(
            """
            insert into project_file (version, path, content)
            select :version, path, content from unnest(:paths, :hashes) as f(path, content)
            """)
        .bind("version", version)
        .bind("paths", SqlArray.texts(byPath.keySet()))
        .bind("hashes", SqlArray.bytes(hashes))
        .execute();
  }

  private static byte[] hash(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
