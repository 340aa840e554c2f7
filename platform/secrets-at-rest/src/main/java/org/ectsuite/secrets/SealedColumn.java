package org.ectsuite.secrets;

/**
 * A column in which secrets are kept sealed. Each must be a bean of this type, so that a change of keys reaches it.
 */
public interface SealedColumn {

    /** The table, as SQL writes it. */
    String table();

    /** The column of the sealed secrets, of type {@code bytea}. */
    String column();

    /** A unique column that the context is made from, of a type that can be cast to {@code text}. */
    String key();

    /** The context of the secret in the row with this key, as it was sealed. */
    String context(String key);
}
