package outturn.tasks.process;

import java.lang.foreign.MemorySegment;

/// `posix_spawn(3)` and the functions that prepare it. All answer an error number, 0 for none.
final class PosixSpawn {
  static final Call CALL = CLibrary.function("posix_spawn", Call.class);
  static final Message MESSAGE = CLibrary.function("__xpg_strerror_r", Message.class);
  static final Structure FILL_SIGNALS = structure("sigfillset");

  static final Structure ATTRIBUTES_INIT = structure("posix_spawnattr_init");
  static final Structure ATTRIBUTES_DESTROY = structure("posix_spawnattr_destroy");
  static final Setting SET_FLAGS = setting("posix_spawnattr_setflags");
  static final Pointer SET_DEFAULT_SIGNALS = pointer("posix_spawnattr_setsigdefault");

  static final Structure ACTIONS_INIT = structure("posix_spawn_file_actions_init");
  static final Structure ACTIONS_DESTROY = structure("posix_spawn_file_actions_destroy");
  static final Copy ADD_COPY = CLibrary.function("posix_spawn_file_actions_adddup2", Copy.class);
  static final Open ADD_OPEN = CLibrary.function("posix_spawn_file_actions_addopen", Open.class);
  static final Pointer ADD_DIRECTORY = pointer("posix_spawn_file_actions_addchdir_np");
  static final Setting ADD_CLOSE_FROM = setting("posix_spawn_file_actions_addclosefrom_np");

  private PosixSpawn() {}

  /// The start itself.
  @FunctionalInterface
  public interface Call {
    int with(
        MemorySegment pid,
        MemorySegment program,
        MemorySegment actions,
        MemorySegment attributes,
        MemorySegment words,
        MemorySegment environment);
  }

  /// The words for an error number.
  @FunctionalInterface
  public interface Message {
    int with(int number, MemorySegment text, long size);
  }

  /// One of a structure alone.
  @FunctionalInterface
  public interface Structure {
    int with(MemorySegment structure);
  }

  /// One of a structure and a number.
  @FunctionalInterface
  public interface Setting {
    int with(MemorySegment structure, int number);
  }

  /// One of a structure and a pointer.
  @FunctionalInterface
  public interface Pointer {
    int with(MemorySegment structure, MemorySegment pointer);
  }

  /// An open file gets another number as well.
  @FunctionalInterface
  public interface Copy {
    int with(MemorySegment actions, int from, int to);
  }

  /// A file is opened under a number.
  @FunctionalInterface
  public interface Open {
    int with(MemorySegment actions, int number, MemorySegment path, int flags, int mode);
  }

  private static Structure structure(String name) {
    return CLibrary.function(name, Structure.class);
  }

  private static Setting setting(String name) {
    return CLibrary.function(name, Setting.class);
  }

  private static Pointer pointer(String name) {
    return CLibrary.function(name, Pointer.class);
  }
}
