package org.ectsuite.auth.signin;

import io.quarkus.qute.TemplateData;
import java.util.List;

/** Ways of signing in that the sign-in page offers beside the link by mail; beans implement it. */
public interface OtherWays {

    /**
     * A way.
     *
     * @param id part of the address of the form, and of the button's id
     * @param title the name of whoever opens it
     */
    @TemplateData
    record Way(String id, String title) {}

    /** Those that are configured, always in the same order. */
    List<Way> ways();
}
