package io.quarkus.qute;

/** Stands for the annotation of that name, which this jar does not know. */
public @interface TemplateData {}
