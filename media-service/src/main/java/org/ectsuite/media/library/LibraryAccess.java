package org.ectsuite.media.library;

/** Who sees what, as SQL: every statement that reads items for a caller contains it. */
public final class LibraryAccess {

    private LibraryAccess() {}

    /**
     * A condition that holds for the libraries that are configured and open to one of the roles in the parameter {@code
     * :roles}.
     *
     * @param column that holds a library's id, such as {@code i.library_id}; never user input
     */
    public static String condition(String column) {
        return "EXISTS (SELECT 1 FROM library open_library JOIN library_role open_to"
                + " ON open_to.library_id = open_library.id WHERE open_library.id = " + column
                + " AND open_library.configured AND open_to.role IN (:roles))";
    }
}
