package org.ectsuite.local;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What the person at the terminal sees while the stack starts, runs and stops: a line for each step. */
final class Progress {

    private final PrintStream out;
    private final Clock clock;
    private final boolean colours;

    Progress(PrintStream out, Clock clock, boolean colours) {
        this.out = out;
        this.clock = clock;
        this.colours = colours;
    }

    Instant now() {
        return clock.instant();
    }

    void done(String what, Instant since) {
        double seconds = Duration.between(since, now()).toMillis() / 1000.0;
        line(coloured("32", "ok") + "  " + String.format(Locale.ROOT, "%-24s%6.1f s", what, seconds));
    }

    void note(String what) {
        line("    " + what);
    }

    void warn(String what) {
        line(coloured("33", "!!") + "  " + what);
    }

    void blank() {
        line("");
    }

    void heading(String what) {
        line(coloured("1", what));
    }

    private synchronized void line(String text) {
        out.println(text);
        out.flush();
    }

    private String coloured(String code, String text) {
        return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
