package org.ectsuite.auth.emailchange;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * Asks whether somebody wants what a link offers.
 *
 * @param undo to take a change back; else to confirm one
 */
@CheckedTemplate(basePath = "emailchange")
record EmailChangePage(boolean undo, String email, String link, String formToken) implements TemplateInstance {}
