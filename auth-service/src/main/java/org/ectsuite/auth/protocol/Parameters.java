package org.ectsuite.auth.protocol;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The parameters of a request, as RFC 6749 sections 3.1 and 3.2 want them: each at most once, an empty one
 * is none, unknown ones are ignored.
 */
public final class Parameters {

    private final Map<String, String> parameters;

    private Parameters(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    public static Parameters of(Map<String, List<String>> form) {
        Map<String, String> parameters = new LinkedHashMap<>();
        form.forEach((name, values) -> {
            if (values.size() > 1) {
                throw new OAuthException(OAuthError.INVALID_REQUEST, "A parameter is sent more than once");
            }
            if (values.size() == 1 && !values.getFirst().isEmpty()) {
                parameters.put(name, values.getFirst());
            }
        });
        return new Parameters(parameters);
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    public String require(String name) {
        return find(name)
                .orElseThrow(
                        () -> new OAuthException(OAuthError.INVALID_REQUEST, "The parameter " + name + " is missing"));
    }

    /** All of them as one text, for {@link #parse}. */
    public String encoded() {
        return parameters.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + '=' + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** Reads what {@link #encoded} wrote. */
    public static Parameters parse(String encoded) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return new Parameters(parameters);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
