package org.ectsuite.notification.push;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Webhooks and ntfy: who may have them, and where they may lead. */
@ConfigMapping(prefix = "ect.notification.push")
interface PushConfig {

    /** Whether people may add targets of their own; if not, only administrators add shared ones. */
    @WithDefault("true")
    boolean personal();

    /** How many targets one person may have. */
    @WithDefault("5")
    int maxPerPerson();

    /** How many shared targets there may be. */
    @WithDefault("20")
    int maxShared();

    /**
     * Networks such as {@code 192.168.7.20/32} that targets may lead to although they are not public, separated by
     * commas. Everybody who may add a target reaches them.
     */
    Optional<List<String>> allowedNetworks();

    /** Whether targets may be reached without TLS. What is sent can then be read and changed on the way. */
    @WithDefault("false")
    boolean allowHttp();

    /** PEM file with the certificate authorities to trust; the JDK's own if absent. */
    Optional<Path> caFile();

    /** How long one delivery may take in all, from the look-up of the name to the end of the answer. */
    @WithDefault("10S")
    Duration timeout();

    /** After how many failed attempts in a row a target is switched off, if the first of them is long enough ago. */
    @WithDefault("10")
    int disableAfterFailures();

    /** How long ago the first of these failures must be: an outage of an hour switches nothing off. */
    @WithDefault("1D")
    Duration disableAfter();
}
