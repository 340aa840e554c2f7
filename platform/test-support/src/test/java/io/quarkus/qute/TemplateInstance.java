package io.quarkus.qute;

/** Stands for the interface of that name, which this jar does not know. */
public interface TemplateInstance {}
