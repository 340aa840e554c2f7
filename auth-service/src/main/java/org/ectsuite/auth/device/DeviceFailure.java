package org.ectsuite.auth.device;

import org.ectsuite.tokensecurity.SecurityLog;

/** Why a device was not let in. */
enum DeviceFailure implements SecurityLog.Reason {
    /** Somebody typed a code that there is not; happens to people whose code is old. */
    UNKNOWN_USER_CODE;

    @Override
    public boolean honest() {
        return true;
    }
}
