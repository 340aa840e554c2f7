package org.ectsuite.webedge.problem;

import java.util.SortedSet;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;
import org.jspecify.annotations.Nullable;

/**
 * The methods that a path knows, for the header Allow, which must come with each 405 (RFC 9110, section 15.5.6). The
 * framework answers 405 without it, so this asks the framework's own routing tables.
 */
final class AllowedMethods {

    private AllowedMethods() {}

    /** The methods in alphabetical order, as Allow wants them: {@code GET, HEAD, OPTIONS}. */
    static String of(ResteasyReactiveRequestContext request) {
        SortedSet<String> methods = new TreeSet<>();
        String path = request.getPathWithoutPrefix();
        RequestMapper<InitialMatch> classes =
                new RequestMapper<>(request.getDeployment().getClassMappers());
        for (RequestMatch<InitialMatch> found = classes.map(path);
                found != null;
                found = classes.continueMatching(path, found)) {
            add(found, methods);
        }
        return String.join(", ", methods);
    }

    private static void add(RequestMatch<InitialMatch> found, SortedSet<String> methods) {
        String rest = found.remaining.isEmpty() ? "/" : found.remaining;
        for (ServerRestHandler handler : found.value.handlers) {
            if (handler instanceof ClassRoutingHandler routing) {
                routing.getMappers().forEach((method, paths) -> add(method, paths, rest, methods));
            }
        }
    }

    private static void add(
            @Nullable String method, RequestMapper<RuntimeResource> paths, String rest, SortedSet<String> methods) {
        if (method == null || paths.map(rest) == null) {
            return;
        }
        methods.add(method);
        // The framework answers both by itself.
        methods.add("OPTIONS");
        if (method.equals("GET")) {
            methods.add("HEAD");
        }
    }
}
