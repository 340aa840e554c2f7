package org.ectsuite.webedge.parameter;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Takes {@code true} and {@code false} for boolean parameters; the framework would read any other text as false. */
@Provider
public class StrictBooleans implements ParamConverterProvider {

    @Override
    // The type was compared: T is Boolean here.
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(
            Class<T> type, @Nullable Type genericType, Annotation @Nullable [] annotations) {
        return type == boolean.class || type == Boolean.class ? (ParamConverter<T>) new Converter() : null;
    }

    private static final class Converter implements ParamConverter<Boolean> {

        @Override
        public Boolean fromString(String text) {
            return switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException("neither true nor false: " + text);
            };
        }

        @Override
        public String toString(Boolean value) {
            return value.toString();
        }
    }
}
