package org.ectsuite.notification.push;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The targets, oldest first, and what can be chosen for them.
 *
 * @param items the targets
 * @param kinds the kinds of mail that they can get
 * @param limit how many there may be; 0 if none may be added here
 */
@Schema(name = "PushTargetList")
record PushTargetList(List<PushTargetView> items, List<String> kinds, int limit) {}
