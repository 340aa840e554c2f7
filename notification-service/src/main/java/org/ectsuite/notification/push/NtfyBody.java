package org.ectsuite.notification.push;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What is posted to an ntfy server, as its documentation calls it. */
@RegisterForReflection
record NtfyBody(String topic, String title, String message, int priority, String click) {}
