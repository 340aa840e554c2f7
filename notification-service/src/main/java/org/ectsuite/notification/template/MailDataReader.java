package org.ectsuite.notification.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ectsuite.webedge.problem.CommonProblem;
import org.ectsuite.webedge.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reads the data of a letter into the record of its kind, and refuses what does not fit. */
@ApplicationScoped
public class MailDataReader {

    private static final String FIELD = "data";

    private final ObjectMapper mapper;
    private final Validator validator;
    private final OwnAddresses ownAddresses;

    MailDataReader(ObjectMapper mapper, Validator validator, @ConfigProperty(name = "ect.public-url") URI publicUrl) {
        this.mapper = mapper;
        this.validator = validator;
        this.ownAddresses = new OwnAddresses(publicUrl);
    }

    /**
     * The data as the record of the kind.
     *
     * @throws ProblemException VALIDATION_FAILED with the fields that do not fit
     */
    public MailData read(MailKind kind, Map<String, @Nullable Object> members) {
        MailData data;
        try {
            data = mapper.treeToValue(mapper.valueToTree(members), kind.dataType());
        } catch (JsonMappingException e) {
            throw ProblemException.invalid(path(e.getPath()), complaint(e));
        } catch (JsonProcessingException e) {
            throw ProblemException.invalid(FIELD, "does not fit the kind");
        }
        check(data);
        return data;
    }

    /** What was stored by {@link #read} before, as it is: rules may have changed meanwhile. */
    public MailData restore(MailKind kind, byte[] json) throws IOException {
        return mapper.readValue(json, kind.dataType());
    }

    private void check(MailData data) {
        Set<ConstraintViolation<MailData>> violations = validator.validate(data);
        if (!violations.isEmpty()) {
            ProblemException problem =
                    new ProblemException(CommonProblem.VALIDATION_FAILED, "The data do not fit the kind of mail.");
            violations.stream()
                    .sorted(Comparator.comparing(
                            violation -> violation.getPropertyPath().toString()))
                    .forEach(violation -> problem.error(FIELD + "." + elementPath(violation), violation.getMessage()));
            throw problem;
        }
        for (MailData.Link link : data.links()) {
            if (!ownAddresses.contain(link.address())) {
                throw ProblemException.invalid(FIELD + "." + link.field(), "must be an address of this suite");
            }
        }
    }

    /** {@code ncs[0].<list element>} is {@code ncs[0]} to whoever sent it. */
    private static String elementPath(ConstraintViolation<?> violation) {
        return violation.getPropertyPath().toString().replace(".<list element>", "");
    }

    private static String path(List<JsonMappingException.Reference> references) {
        StringBuilder path = new StringBuilder(FIELD);
        for (JsonMappingException.Reference reference : references) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append('.').append(reference.getFieldName());
            }
        }
        return path.toString();
    }

    private static String complaint(JsonMappingException e) {
        return e instanceof UnrecognizedPropertyException ? "is not known here" : "has the wrong type or format";
    }
}
