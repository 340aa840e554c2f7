package org.ectsuite.command;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;

/** A deed of an operator; a bean of this type can be called by its name. */
public interface OperatorCommand {

    /** How it is called, for example {@code rotate-keys}. */
    String name();

    /** Which options it takes, each beginning with two dashes. */
    Set<String> options();

    /** One line that says what it does. */
    String purpose();

    /** What it must be told besides, each as its help calls it, for example {@code ADDRESS}. */
    default List<String> operands() {
        return List.of();
    }

    /**
     * Does it, on a context on which a database session may be opened.
     *
     * @param chosen some of {@link #options}
     * @param operands one for each of {@link #operands}
     * @return how it ended
     */
    Uni<Outcome> run(Set<String> chosen, List<String> operands);

    /**
     * How a command ended.
     *
     * @param good whether nothing is left to do
     * @param text what is said about it
     */
    record Outcome(boolean good, String text) {}
}
