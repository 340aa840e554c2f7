package org.ectsuite.local;

/** Something the person at the keyboard must know: one line that says what is wrong and what to do. */
final class StackFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StackFailure(String whatToDo) {
        super(whatToDo);
    }

    StackFailure(String whatToDo, Throwable cause) {
        super(whatToDo, cause);
    }

    /** The line to print. */
    String line() {
        return String.valueOf(getMessage());
    }
}
