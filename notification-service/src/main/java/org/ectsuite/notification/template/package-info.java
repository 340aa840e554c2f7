/** The letters: one record of data per kind, and its subject, plain text and HTML. */
@NullMarked
package org.ectsuite.notification.template;

import org.jspecify.annotations.NullMarked;
