package org.ectsuite.tokensecurity;

/** auth-service did not answer, or not as agreed. The message holds neither tokens nor secrets. */
public class AuthServiceException extends RuntimeException {
    AuthServiceException(String message) {
        super(message);
    }
}
