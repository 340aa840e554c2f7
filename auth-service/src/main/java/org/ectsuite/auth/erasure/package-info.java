/** Accounts that are to be forgotten: asked for, waiting, taken back, done. */
@NullMarked
package org.ectsuite.auth.erasure;

import org.jspecify.annotations.NullMarked;
