package outturn.tasks.process;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/// Starts a process by `posix_spawn(3)`, which can also make its session. Java's own way starts two
/// programs before the one that is meant: its helper, and `setsid`.
///
/// Sizes and constants are those of glibc for Linux.
final class Spawn {
  /// glibc has all that this needs since 2.34.
  static final boolean POSSIBLE =
      System.getProperty("os.name").equals("Linux")
          && CLibrary.has("posix_spawn_file_actions_addclosefrom_np");

  private static final int ACTIONS_SIZE = 80;
  private static final int ATTRIBUTES_SIZE = 336;
  private static final int SIGNALS_SIZE = 128;
  private static final int MESSAGE_SIZE = 256;
  private static final int NEW_SESSION = 0x80;
  private static final int NO_SIGNAL_BLOCKED = 0x08;
  private static final int DEFAULT_SIGNALS = 0x04;
  private static final int NOT_A_PROGRAM = 8;
  private static final String SHELL = "/bin/sh";

  private final Arena arena;
  private final MemorySegment actions;
  private final MemorySegment attributes;

  private Spawn(Arena arena) {
    this.arena = arena;
    this.actions = arena.allocate(ACTIONS_SIZE, Long.BYTES);
    this.attributes = arena.allocate(ATTRIBUTES_SIZE, Long.BYTES);
  }

  static Process start(Launch launch) throws IOException {
    try (var arena = Arena.ofConfined();
        var out = Pipe.open();
        var err = Pipe.open()) {
      var sources = new ArrayList<InputStream>();
      try {
        sources.add(out.source());
        sources.add(err.source());
        int pid = new Spawn(arena).start(launch, out.writing(), err.writing());
        return new SpawnedProcess(pid, sources.getFirst(), sources.getLast());
      } catch (IOException failure) {
        for (var source : sources) source.close();
        throw failure;
      }
    }
  }

  private int start(Launch launch, int out, int err) throws IOException {
    PosixSpawn.ACTIONS_INIT.with(actions);
    PosixSpawn.ATTRIBUTES_INIT.with(attributes);
    try {
      PosixSpawn.ADD_OPEN.with(actions, 0, arena.allocateFrom("/dev/null"), 0, 0);
      PosixSpawn.ADD_COPY.with(actions, out, 1);
      PosixSpawn.ADD_COPY.with(actions, err, 2);
      PosixSpawn.ADD_CLOSE_FROM.with(actions, 3);
      PosixSpawn.ADD_DIRECTORY.with(actions, arena.allocateFrom(launch.directory().toString()));
      var signals = arena.allocate(SIGNALS_SIZE, Long.BYTES);
      PosixSpawn.FILL_SIGNALS.with(signals);
      PosixSpawn.SET_DEFAULT_SIGNALS.with(attributes, signals);
      PosixSpawn.SET_FLAGS.with(attributes, NEW_SESSION | DEFAULT_SIGNALS | NO_SIGNAL_BLOCKED);
      return pid(launch);
    } finally {
      PosixSpawn.ACTIONS_DESTROY.with(actions);
      PosixSpawn.ATTRIBUTES_DESTROY.with(attributes);
    }
  }

  private int pid(Launch launch) throws IOException {
    var variables = new ArrayList<String>();
    launch.environment().forEach((name, value) -> variables.add(name + "=" + value));
    var environment = texts(variables);
    var program = launch.program().toString();
    var pid = arena.allocate(ValueLayout.JAVA_INT);
    int problem = spawn(pid, program, launch.words(), environment);
    if (problem == NOT_A_PROGRAM) {
      // A script without `#!`, which is one for the shell.
      var words = new ArrayList<>(List.of(SHELL, program));
      words.addAll(launch.words().subList(1, launch.words().size()));
      problem = spawn(pid, SHELL, words, environment);
    }
    if (problem != 0) throw new IOException(message(problem));
    return pid.get(ValueLayout.JAVA_INT, 0);
  }

  private int spawn(
      MemorySegment pid, String program, List<String> words, MemorySegment environment) {
    return PosixSpawn.CALL.with(
        pid, arena.allocateFrom(program), actions, attributes, texts(words), environment);
  }

  private MemorySegment texts(List<String> texts) {
    var addresses = arena.allocate(ValueLayout.ADDRESS, texts.size() + 1L);
    for (int at = 0; at < texts.size(); at++) {
      addresses.setAtIndex(ValueLayout.ADDRESS, at, arena.allocateFrom(texts.get(at)));
    }
    return addresses;
  }

  private String message(int problem) {
    var message = arena.allocate(MESSAGE_SIZE);
    PosixSpawn.MESSAGE.with(problem, message, MESSAGE_SIZE);
    return message.getString(0);
  }
}
