package io.exhibit.read.wire;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.DTD;
import static javax.xml.stream.XMLStreamConstants.END_DOCUMENT;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import io.exhibit.evidence.Operation;
import io.exhibit.evidence.RecordType.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads an XML body event by event: the query dialect of IAM and STS, and EC2's. A document type is refused. */
final class XmlBody {

    private static final XMLInputFactory FACTORY = factory();

    private final Selection selection;
    private final Notes notes;

    XmlBody(Selection selection, Notes notes) {
        this.selection = selection;
        this.notes = notes;
    }

    Map<String, Object> read(byte[] body, Operation operation, Layout layout) throws IOException {
        try {
            XMLStreamReader r = FACTORY.createXMLStreamReader(new ByteArrayInputStream(body));
            String root = operation.shortName() + "Response";
            if (!open(r) || !r.getLocalName().equals(root)) {
                throw new IOException("the answer's root is not " + root);
            }
            Map<String, Object> kept = new LinkedHashMap<>();
            if (operation.protocol() == Operation.Protocol.EC2) {
                answer(r, layout, kept);
            } else {
                String result = operation.shortName() + "Result";
                while (open(r)) {
                    if (r.getLocalName().equals(result)) {
                        answer(r, layout, kept);
                    } else {
                        skip(r);
                    }
                }
            }
            while (r.next() != END_DOCUMENT) {
                // The rest must be well-formed too: an answer followed by another one is none.
            }
            return kept;
        } catch (XMLStreamException e) {
            throw new IOException("the answer is no well-formed XML: " + e.getMessage(), e);
        }
    }

    private void answer(XMLStreamReader r, Layout layout, Map<String, Object> kept)
            throws XMLStreamException, IOException {
        while (open(r)) {
            String wire = r.getLocalName();
            Layout.Member member = layout.members.get(wire);
            if (member == null) {
                if (!wire.equals("requestId")) {
                    notes.unknown();
                }
                skip(r);
            } else if (selection.streams(member.name())) {
                stream(r, member);
            } else if (selection.rest()) {
                put(kept, r, member);
            } else {
                skip(r);
            }
        }
    }

    private void stream(XMLStreamReader r, Layout.Member member) throws XMLStreamException, IOException {
        Layout layout = member.layout();
        if (layout.kind != Kind.LIST || layout.flattened()) {
            Layout one = layout.flattened() ? layout.element : layout;
            take(member.name(), value(r, new Layout.Member(member.name(), one)));
            return;
        }
        while (open(r)) {
            take(member.name(), value(r, new Layout.Member(member.name(), layout.element)));
        }
    }

    private void take(String member, Object value) {
        if (value != null) {
            selection.elements().take(member, value);
        }
    }

    private void put(Map<String, Object> into, XMLStreamReader r, Layout.Member member)
            throws XMLStreamException, IOException {
        if (member.layout().flattened()) {
            Object one = value(r, new Layout.Member(member.name(), member.layout().element));
            if (one != null) {
                list(into, member.name()).add(one);
            }
            return;
        }
        Object value = value(r, member);
        if (value != null) {
            into.put(member.name(), value);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Map<String, Object> into, String name) {
        return (List<Object>) into.computeIfAbsent(name, n -> new ArrayList<>());
    }

    private Object value(XMLStreamReader r, Layout.Member member) throws XMLStreamException, IOException {
        Layout layout = member.layout();
        return switch (layout.kind) {
            case STRUCTURE -> structure(r, layout);
            case LIST -> elements(r, member);
            case MAP -> map(r, layout);
            default -> scalar(r, member);
        };
    }

    private Map<String, Object> structure(XMLStreamReader r, Layout layout) throws XMLStreamException, IOException {
        Map<String, Object> out = new LinkedHashMap<>();
        while (open(r)) {
            Layout.Member member = layout.members.get(r.getLocalName());
            if (member == null) {
                notes.unknown();
                skip(r);
            } else {
                put(out, r, member);
            }
        }
        return out;
    }

    private List<Object> elements(XMLStreamReader r, Layout.Member member) throws XMLStreamException, IOException {
        List<Object> out = new ArrayList<>();
        while (open(r)) {
            Object one = value(r, new Layout.Member(member.name(), member.layout().element));
            if (one != null) {
                out.add(one);
            }
        }
        return out;
    }

    private Map<String, Object> map(XMLStreamReader r, Layout layout) throws XMLStreamException, IOException {
        Map<String, Object> out = new LinkedHashMap<>();
        while (open(r)) {
            String key = null;
            Object value = null;
            while (open(r)) {
                if (r.getLocalName().equals("key")) {
                    key = text(r);
                } else {
                    value = value(r, new Layout.Member(key == null ? "value" : key, layout.element));
                }
            }
            if (key != null && value != null) {
                out.put(key, value);
            }
        }
        return out;
    }

    private Object scalar(XMLStreamReader r, Layout.Member member) throws XMLStreamException, IOException {
        Kind kind = member.layout().kind;
        Object value = Scalars.of(kind, text(r));
        if (value == null) {
            notes.misfit(member.name() + " is not the " + kind.name().toLowerCase(Locale.ROOT) + " that it should be");
        }
        return value;
    }

    /** Moves to the next child element; false at the end of the element that is open. */
    private static boolean open(XMLStreamReader r) throws XMLStreamException, IOException {
        while (true) {
            switch (r.next()) {
                case START_ELEMENT -> {
                    return true;
                }
                case END_ELEMENT, END_DOCUMENT -> {
                    return false;
                }
                case DTD -> throw new IOException("the answer declares a document type");
                default -> {
                    // White space, comments.
                }
            }
        }
    }

    private static String text(XMLStreamReader r) throws XMLStreamException, IOException {
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (r.next()) {
                case CHARACTERS, CDATA -> text.append(r.getTextCharacters(), r.getTextStart(), r.getTextLength());
                case START_ELEMENT -> skip(r);
                case END_ELEMENT -> {
                    return text.toString();
                }
                default -> {
                    // Comments.
                }
            }
        }
    }

    private static void skip(XMLStreamReader r) throws XMLStreamException, IOException {
        while (open(r)) {
            skip(r);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
