package org.ectsuite.auth.page;

import org.ectsuite.tokensecurity.SecurityLog;

/** Why a form was not taken. */
public enum FormFailure implements SecurityLog.Reason {
    /** The token of our page is missing; happens to people with a page that is days old. */
    FORGED_FORM;

    @Override
    public boolean honest() {
        return true;
    }
}
