package org.ectsuite.ectlog.frequency;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Stores a mode by its label, as the constraint of the column wants it. */
@Converter
public final class ModeColumn implements AttributeConverter<Mode, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Mode mode) {
        return mode == null ? null : mode.label();
    }

    @Override
    public @Nullable Mode convertToEntityAttribute(@Nullable String label) {
        return label == null ? null : Mode.of(label);
    }
}
