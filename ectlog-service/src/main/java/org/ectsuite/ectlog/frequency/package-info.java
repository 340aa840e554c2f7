/** The library of frequencies and talkgroups that nets choose from. */
@NullMarked
package org.ectsuite.ectlog.frequency;

import org.jspecify.annotations.NullMarked;
