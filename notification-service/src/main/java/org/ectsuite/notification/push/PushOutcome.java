package org.ectsuite.notification.push;

/** What came of a delivery to a target. */
public sealed interface PushOutcome {

    /** In words, for the people whose target it is. */
    String words();

    /** The target has it. */
    record Delivered(String words) implements PushOutcome {}

    /** The target does not take this message, and would not later. */
    record Refused(String words) implements PushOutcome {}

    /** The target could not be reached, or takes nothing at the moment. */
    record Failed(String words) implements PushOutcome {}

    /** The target says that it is no more. */
    record Gone(String words) implements PushOutcome {}

    /** What an answer means: {@code snippet} is the beginning of its body, in one line. */
    static PushOutcome of(int status, String snippet) {
        String words = "The server answered " + status + (snippet.isEmpty() ? "" : ": " + snippet);
        return switch (status) {
            case 410 -> new Gone(words);
            case 408, 425, 429 -> new Failed(words);
            default -> {
                if (status >= 200 && status < 300) {
                    yield new Delivered("The server answered " + status);
                }
                if (status >= 300 && status < 400) {
                    yield new Refused("The server answered %d: redirects are not followed".formatted(status));
                }
                yield status >= 500 ? new Failed(words) : new Refused(words);
            }
        };
    }
}
