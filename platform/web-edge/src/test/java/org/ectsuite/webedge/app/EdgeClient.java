package org.ectsuite.webedge.app;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks as somebody: each client has an address of its own, so that tests do not use up each other's budgets. */
public final class EdgeClient {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private EdgeClient() {}

    /** An address that nobody has asked from yet. */
    public static String freshAddress() {
        int number = NEXT.incrementAndGet();
        return "203.0." + (number >> 8) + "." + (number & 0xFF);
    }

    /** A request from a fresh address. */
    public static RequestSpecification anybody() {
        return requestFrom(freshAddress());
    }

    /** A request that the gateway forwards for this address. */
    public static RequestSpecification requestFrom(String address) {
        return RestAssured.given().header("X-Forwarded-For", address);
    }

    /** A request of a signed-in caller. */
    public static RequestSpecification requestOf(String address, String subject, String role) {
        return requestFrom(address).header("Authorization", "Bearer " + subject + ":" + role);
    }
}
