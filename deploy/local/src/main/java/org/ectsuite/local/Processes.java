package org.ectsuite.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The list, on disk, of what this stack started. A run that was killed leaves its programs behind; the next one ends
 * exactly those. A process is known by its number and its time of start together, so that a stranger who has got the
 * number since is left alone.
 */
final class Processes {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path file;
    private final Map<String, ProcessHandle> known = new LinkedHashMap<>();

    Processes(Path file) {
        this.file = file;
    }

    synchronized void add(String name, ProcessHandle process) {
        known.put(name, process);
        save();
    }

    synchronized void remove(String name) {
        known.remove(name);
        save();
    }

    /** Ends what an earlier run left behind; returns the names of what was ended. */
    synchronized List<String> endLeftovers() {
        List<String> ended = new ArrayList<>();
        // The last one started goes first: the database is the last to lose its users.
        for (Map.Entry<String, ProcessHandle> left :
                List.copyOf(leftovers().entrySet()).reversed()) {
            end(left.getValue());
            ended.add(left.getKey());
        }
        known.clear();
        save();
        return ended;
    }

    /** Asks a process to end, waits, and insists if it must. */
    static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
        } catch (ExecutionException e) {
            throw new StackFailure("Cannot wait for process " + process.pid() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private Map<String, ProcessHandle> leftovers() {
        Map<String, ProcessHandle> left = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return left;
        }
        try {
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split(" ", 3);
                if (parts.length == 3) {
                    ProcessHandle.of(Long.parseLong(parts[0]))
                            .filter(process -> started(process).equals(Optional.of(parts[1])))
                            .ifPresent(process -> left.put(parts[2], process));
                }
            }
        } catch (IOException e) {
            throw new StackFailure("Cannot read " + file + ".", e);
        }
        return left;
    }

    private void save() {
        StringBuilder lines = new StringBuilder();
        known.forEach((name, process) -> started(process)
                .ifPresent(start -> lines.append(process.pid())
                        .append(' ')
                        .append(start)
                        .append(' ')
                        .append(name)
                        .append('\n')));
        try {
            Files.writeString(file, lines);
        } catch (IOException e) {
            throw new StackFailure("Cannot write " + file + ".", e);
        }
    }

    private static Optional<String> started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString);
    }
}
