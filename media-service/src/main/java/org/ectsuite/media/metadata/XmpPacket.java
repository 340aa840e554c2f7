package org.ectsuite.media.metadata;

import java.io.ByteArrayInputStream;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An XMP packet (ISO 16684-1): title, creator, description and date. Document types and external entities are off: a
 * packet is XML from anywhere.
 */
final class XmpPacket {

    private static final String DC = "http://purl.org/dc/elements/1.1/";
    private static final String XMP = "http://ns.adobe.com/xap/1.0/";
    private static final String PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/";
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final int MAX_DEPTH = 64;
    private static final int MAX_VALUE = 16 * 1024;

    private static final Map<String, String> FIELDS = Map.of(
            DC + "title", "title",
            DC + "creator", "creator",
            DC + "description", "description",
            XMP + "CreateDate", "date",
            PHOTOSHOP + "DateCreated", "date");

    private XmpPacket() {}

    /** Takes what the packet says; a packet that is not well-formed says what stands before the fault. */
    static void read(byte[] packet, ZoneId zone, ReadLimits limits, EmbeddedMetadata.Builder found)
            throws UnreadableMediaException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(packet));
            try {
                walk(reader, zone, limits, found);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | RuntimeException e) {
            // The file is readable without it. The parser answers some damaged input with unchecked exceptions.
            return;
        }
    }

    private static void walk(XMLStreamReader reader, ZoneId zone, ReadLimits limits, EmbeddedMetadata.Builder found)
            throws XMLStreamException, UnreadableMediaException {
        Deque<String> path = new ArrayDeque<>();
        StringBuilder value = new StringBuilder();
        while (reader.hasNext()) {
            limits.step();
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (path.size() >= MAX_DEPTH) {
                        return;
                    }
                    path.push(name(reader.getNamespaceURI(), reader.getLocalName()));
                    value.setLength(0);
                    for (int i = 0; i < reader.getAttributeCount(); i++) {
                        take(
                                name(reader.getAttributeNamespace(i), reader.getAttributeLocalName(i)),
                                reader.getAttributeValue(i),
                                zone,
                                found);
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (value.length() < MAX_VALUE) {
                        value.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    String element = path.pop();
                    String field = element.equals(RDF + "li")
                            // the property around the list of alternatives around the item
                            ? path.stream().skip(1).findFirst().orElse("")
                            : element;
                    take(field, value.toString(), zone, found);
                    value.setLength(0);
                }
                default -> {
                    // comments, processing instructions
                }
            }
        }
    }

    private static String name(@Nullable String namespace, String localName) {
        return (namespace == null ? "" : namespace) + localName;
    }

    private static void take(String name, String value, ZoneId zone, EmbeddedMetadata.Builder found) {
        switch (FIELDS.getOrDefault(name, "")) {
            case "title" -> found.title(value);
            case "creator" -> found.artist(value);
            case "description" -> found.description(value);
            case "date" -> found.recordedAt(RecordedTime.parse(value, zone));
            default -> {
                // the many properties that are nobody's business here
            }
        }
    }
}
