package org.ectsuite.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The claim of a running stack on its data folder. The operating system holds it, as a lock on a file, so it ends with the
 * process, however that ends.
 */
final class StackClaim implements AutoCloseable {

    private final FileChannel channel;

    private StackClaim(FileChannel channel) {
        this.channel = channel;
    }

    /** Claims the folder for this process; fails if another stack runs with it. */
    static StackClaim on(StackFolders folders) {
        try {
            FileChannel channel = open(folders.claim());
            if (!locked(channel)) {
                channel.close();
                throw new StackFailure("The suite is running with " + folders.data() + " already: ./ect down ends it.");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new StackClaim(channel);
        } catch (IOException e) {
            throw new StackFailure("Cannot write " + folders.claim() + ".", e);
        }
    }

    /** The process of the stack that runs with the folder now. */
    static Optional<ProcessHandle> holder(StackFolders folders) {
        if (!Files.exists(folders.claim())) {
            return Optional.empty();
        }
        try (FileChannel channel = open(folders.claim())) {
            if (locked(channel)) {
                return Optional.empty();
            }
            String pid = Files.readString(folders.claim(), StandardCharsets.US_ASCII);
            return pid.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(pid));
        } catch (IOException e) {
            throw new StackFailure("Cannot read " + folders.claim() + ".", e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // This process itself holds it.
            return false;
        }
    }
}
