package org.ectsuite.local;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The four services of the suite. */
enum Service {
    AUTH(8081),
    ECTLOG(8082),
    MEDIA(8083),
    NOTIFICATION(8084);

    private final int usualPort;

    Service(int usualPort) {
        this.usualPort = usualPort;
    }

    int usualPort() {
        return usualPort;
    }

    /** The short name: database, root path, prefix of its secrets. */
    String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of the program and of its module. */
    String programName() {
        return shortName() + "-service";
    }

    String rootPath() {
        return "/" + shortName();
    }

    static Optional<Service> named(String name) {
        return Arrays.stream(values())
                .filter(service -> service.shortName().equals(name)
                        || service.programName().equals(name))
                .findFirst();
    }

    static String allNames() {
        return Arrays.stream(values()).map(Service::programName).collect(Collectors.joining(", "));
    }
}
