/** What operators write to each other during a net. */
@NullMarked
package org.ectsuite.ectlog.chat;

import org.jspecify.annotations.NullMarked;
