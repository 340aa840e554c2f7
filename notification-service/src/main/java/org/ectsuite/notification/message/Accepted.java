package org.ectsuite.notification.message;

import java.util.UUID;

/**
 * The answer to a request to send: the message is stored and will be tried.
 *
 * @param id id of the message
 * @param status status at the moment of acceptance; a repeated request gets the same answer
 */
record Accepted(UUID id, MessageStatus status) {}
