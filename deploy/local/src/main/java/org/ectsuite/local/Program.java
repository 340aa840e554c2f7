package org.ectsuite.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a service's packaged program is started.
 *
 * @param command the command line
 * @param kind what it is, for the person who watches: {@code native} or {@code JVM}
 */
record Program(List<String> command, String kind) {

    private static final String VERSION = "0.1.0";

    /**
     * Finds a service's program: the native binary if there is one that is not older than the JVM's program (and it is not
     * declined), else the JVM's.
     */
    static Program of(Service service, Path project, boolean declineNative) {
        Path target = project.resolve(service.programName()).resolve("target");
        Path binary = target.resolve(service.programName() + "-" + VERSION + "-runner");
        Path jar = target.resolve("quarkus-app/quarkus-run.jar");
        if (!declineNative && Files.isExecutable(binary) && !older(binary, jar)) {
            return new Program(List.of(binary.toString(), "-Xmx256m"), "native");
        }
        if (!Files.exists(jar)) {
            throw new StackFailure(service.programName() + " is not built: run ./ect build.");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Five programs share the machine with the browser: small heaps, the collector with the fewest threads.
        command.addAll(List.of("-Xmx320m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar.toString()));
        return new Program(command, "JVM");
    }

    private static boolean older(Path binary, Path jar) {
        return binary.toFile().lastModified() < jar.toFile().lastModified();
    }
}
