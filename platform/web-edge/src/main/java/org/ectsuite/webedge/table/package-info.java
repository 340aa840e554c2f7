/** Lists as files for spreadsheets. */
@NullMarked
package org.ectsuite.webedge.table;

import org.jspecify.annotations.NullMarked;
