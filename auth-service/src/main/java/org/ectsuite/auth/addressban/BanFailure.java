package org.ectsuite.auth.addressban;

import org.ectsuite.tokensecurity.SecurityLog;

/** Why nobody was even asked who he is. */
enum BanFailure implements SecurityLog.Reason {
    /** The address is banned; happens to everybody who shares it with the one who earned the ban. */
    BANNED_ADDRESS;

    @Override
    public boolean honest() {
        return true;
    }
}
