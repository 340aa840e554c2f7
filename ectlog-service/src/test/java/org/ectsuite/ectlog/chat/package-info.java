@NullMarked
package org.ectsuite.ectlog.chat;

import org.jspecify.annotations.NullMarked;
