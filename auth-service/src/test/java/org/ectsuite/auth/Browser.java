package org.ectsuite.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Behaves as a browser does: keeps cookies, fills in forms with their hidden fields, does not run scripts. */
public final class Browser {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private String language = "en";
    // Of the network for benchmarks (RFC 2544), in which tests hardly ever meet.
    private String address = "198.18." + Math.floorMod(UUID.randomUUID().hashCode(), 250) + "."
            + Math.floorMod(UUID.randomUUID().hashCode(), 250);

    public Browser userAgent(String value) {
        userAgent = value;
        return this;
    }

    /** What it says of the languages of whoever sits in front of it (Accept-Language). */
    public Browser language(String value) {
        language = value;
        return this;
    }

    public Browser address(String value) {
        address = value;
        return this;
    }

    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    public Browser cookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    public Browser withoutCookie(String name) {
        cookies.remove(name);
        return this;
    }

    /** A request as this browser sends it, without following redirects. */
    public RequestSpecification request() {
        return RestAssured.given()
                // Paths in tests are those that people see.
                .basePath("")
                .redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .header("User-Agent", userAgent)
                .header("Accept-Language", language)
                .header("X-Forwarded-For", address)
                .cookies(cookies);
    }

    public Response get(String path) {
        return keep(request().header("Accept", "text/html").get(path));
    }

    /** Opens a page and sends its form, with the given fields beside the hidden ones. */
    public Response submit(Response page, String action, Map<String, String> fields) {
        Map<String, String> form = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(page.asString());
        while (hidden.find()) {
            form.put(hidden.group(1), hidden.group(2));
        }
        form.putAll(fields);
        return post(action, form);
    }

    public Response post(String path, Map<String, String> form) {
        return keep(request()
                .urlEncodingEnabled(true)
                .header("Accept", "text/html")
                .header("Origin", ServiceUnderTest.PUBLIC_URL)
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post(path));
    }

    /** Follows a redirect of the service to another of its own pages. */
    public Response follow(Response redirect) {
        assertThat(redirect.statusCode()).isEqualTo(303);
        return get(pathOf(redirect));
    }

    /** Where a redirect leads, if it leads to the suite. */
    public static String pathOf(Response redirect) {
        URI location = URI.create(redirect.header("Location"));
        assertThat(location.toString()).startsWith(ServiceUnderTest.PUBLIC_URL + "/");
        return location.getRawQuery() == null
                ? location.getRawPath()
                : location.getRawPath() + "?" + location.getRawQuery();
    }

    /** What the web client does: asks for an access token. */
    public Response token() {
        return keep(request()
                .header("X-ECT-Request", "web")
                .header("Origin", ServiceUnderTest.PUBLIC_URL)
                .header("Sec-Fetch-Site", "same-origin")
                .post("/auth/session/token"));
    }

    public Response signOut() {
        return keep(request().header("X-ECT-Request", "web").post("/auth/session/sign-out"));
    }

    private Response keep(Response response) {
        for (Cookie cookie : response.detailedCookies()) {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        }
        return response;
    }
}
