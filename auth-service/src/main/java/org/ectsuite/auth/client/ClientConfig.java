package org.ectsuite.auth.client;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Set;

/** The services of the suite as programs that get tokens. */
@ConfigMapping(prefix = "ect.auth.client")
public interface ClientConfig {

    /** By client id. */
    Map<String, Service> services();

    /** One service. */
    interface Service {

        /** What it proves itself by: 256 random bits, written in at least 32 characters. It has no default. */
        String secret();

        /** The most that its tokens allow. */
        Set<String> scopes();

        /** The services that its tokens may be for. */
        Set<String> audiences();
    }
}
