package outturn.store.backup;

import java.time.Instant;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What a backup says about itself.
///
/// @param format of the file; a program refuses what is newer than [#FORMAT]
/// @param schema the migration that the tables had, such as `006`
/// @param cluster the id of the installation
/// @param taken the moment that it shows
/// @param tables in an order in which they can be filled
public record Manifest(
    int format,
    String schema,
    String cluster,
    Instant taken,
    List<Table> tables,
    List<Range> ranges,
    List<Sequence> sequences) {
  public static final int FORMAT = 1;
  static final String ENTRY = "manifest.json";

  private static final JsonMapper JSON = JsonMapper.shared();

  public Manifest {
    tables = List.copyOf(tables);
    ranges = List.copyOf(ranges);
    sequences = List.copyOf(sequences);
  }

  /// A table, whose rows are in the entry `tables/NAME.copy` in the text format of `copy`.
  ///
  /// @param sha256 of that entry before compression, in hexadecimal digits
  public record Table(String name, List<String> columns, long rows, String sha256) {
    public Table {
      columns = List.copyOf(columns);
    }

    String entry() {
      return "tables/" + name + ".copy";
    }
  }

  /// A table that holds the rows of a partitioned one from a number to before another.
  ///
  /// @param options of its storage, such as `fillfactor=85`; may be empty
  public record Range(String table, String name, long from, long to, String options) {}

  /// The next number that a column gets by itself.
  public record Sequence(String table, String column, long next) {}

  /// All rows of all tables.
  public long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }

  byte[] json() {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
  }

  static Manifest read(byte[] json) {
    try {
      int format = JSON.readTree(json).path("format").asInt(0);
      if (format > FORMAT) {
        throw new NotABackup(
            "is of format %d, and this version reads up to %d: restore it with a newer Outturn"
                .formatted(format, FORMAT));
      }
      return JSON.readValue(json, Manifest.class);
    } catch (JacksonException | NullPointerException damaged) {
      throw new NotABackup("has a damaged " + ENTRY);
    }
  }
}
