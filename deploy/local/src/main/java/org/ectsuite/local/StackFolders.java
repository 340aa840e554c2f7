package org.ectsuite.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where a stack keeps its things.
 *
 * @param project the checkout: programs and the built web client are found below it
 * @param data everything that one stack owns: database, mails, secrets, logs; kept between runs
 */
record StackFolders(Path project, Path data) {

    Path database() {
        return data.resolve("postgres");
    }

    Path mailbox() {
        return data.resolve("mailbox");
    }

    Path media() {
        return data.resolve("media");
    }

    Path secrets() {
        return data.resolve("secrets");
    }

    Path logs() {
        return data.resolve("logs");
    }

    Path run() {
        return data.resolve("run");
    }

    Path log(String name) {
        return logs().resolve(name + ".log");
    }

    Path web() {
        return project.resolve("web/dist");
    }

    /** The file that names the stack's processes, so that the next run can end what a killed one left behind. */
    Path processes() {
        return run().resolve("processes");
    }

    /** The file whose lock a running stack holds. */
    Path claim() {
        return run().resolve("claim");
    }

    /** The file that holds the address and the key of the stack's control. */
    Path control() {
        return run().resolve("control");
    }

    /** Makes the folders; what holds secrets is for the owner alone. */
    void create() {
        try {
            Files.createDirectories(data);
            for (Path open : new Path[] {logs(), media()}) {
                Files.createDirectories(open);
            }
            for (Path closed : new Path[] {secrets(), run(), mailbox()}) {
                Files.createDirectories(closed);
                Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new StackFailure(
                    "Cannot write to " + data + ": make it writable, or choose another place with --data.", e);
        }
    }
}
