@NullMarked
package org.ectsuite.command;

import org.jspecify.annotations.NullMarked;
