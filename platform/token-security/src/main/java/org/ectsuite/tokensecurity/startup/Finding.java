package org.ectsuite.tokensecurity.startup;

/**
 * A reason not to start in production.
 *
 * @param property the property to be changed, with the environment variable that people set
 * @param message what is wrong with it, and how to mend it; never its value
 */
public record Finding(String property, String message) {
    @Override
    public String toString() {
        return property + ": " + message;
    }
}
