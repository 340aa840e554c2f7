/** Mails that tell people what happened to their accounts, so that they notice what they did not do themselves. */
@NullMarked
package org.ectsuite.auth.notice;

import org.jspecify.annotations.NullMarked;
