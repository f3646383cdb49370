package io.exhibit.read.wire;

import io.exhibit.evidence.Operation;
import io.exhibit.evidence.RecordType.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** Reads an XML body event by event: the query dialect of IAM and STS, EC2's, and S3's. A document type is refused. */
final class XmlBody {

    private final Selection selection;
    private final Notes notes;

    XmlBody(Selection selection, Notes notes) {
        this.selection = selection;
        this.notes = notes;
    }

    Map<String, Object> read(byte[] body, Operation operation, Layout layout) throws IOException {
        try {
            XmlCursor xml = new XmlCursor(body);
            boolean rest = operation.protocol() == Operation.Protocol.REST_XML;
            String root = rest ? operation.root() : operation.shortName() + "Response";
            if (!xml.open() || !xml.name().equals(root)) {
                throw new IOException("the answer's root is not " + root);
            }
            Map<String, Object> kept = new LinkedHashMap<>();
            if (rest && layout.members.containsKey(root)) {
                member(xml, layout, kept);
            } else if (rest || operation.protocol() == Operation.Protocol.EC2) {
                answer(xml, layout, kept);
            } else {
                String result = operation.shortName() + "Result";
                while (xml.open()) {
                    if (xml.name().equals(result)) {
                        answer(xml, layout, kept);
                    } else {
                        xml.skip();
                    }
                }
            }
            xml.finish();
            return kept;
        } catch (XMLStreamException e) {
            throw new IOException("the answer is no well-formed XML: " + e.getMessage(), e);
        }
    }

    private void answer(XmlCursor xml, Layout layout, Map<String, Object> kept) throws XMLStreamException, IOException {
        while (xml.open()) {
            member(xml, layout, kept);
        }
    }

    private void member(XmlCursor xml, Layout layout, Map<String, Object> kept) throws XMLStreamException, IOException {
        String wire = xml.name();
        Layout.Member member = layout.members.get(wire);
        if (member == null) {
            if (!wire.equals("requestId")) {
                notes.unknown();
            }
            xml.skip();
        } else if (selection.streams(member.name())) {
            stream(xml, member);
        } else if (selection.rest()) {
            put(kept, xml, member);
        } else {
            xml.skip();
        }
    }

    private void stream(XmlCursor xml, Layout.Member member) throws XMLStreamException, IOException {
        Layout layout = member.layout();
        if (layout.kind != Kind.LIST || layout.flattened()) {
            Layout one = layout.flattened() ? layout.element : layout;
            take(member.name(), value(xml, new Layout.Member(member.name(), one)));
            return;
        }
        while (xml.open()) {
            take(member.name(), value(xml, new Layout.Member(member.name(), layout.element)));
        }
    }

    private void take(String member, Object value) {
        if (value != null) {
            selection.elements().take(member, value);
        }
    }

    private void put(Map<String, Object> into, XmlCursor xml, Layout.Member member)
            throws XMLStreamException, IOException {
        if (member.layout().flattened()) {
            Object one = value(xml, new Layout.Member(member.name(), member.layout().element));
            if (one != null) {
                list(into, member.name()).add(one);
            }
            return;
        }
        Object value = value(xml, member);
        if (value != null) {
            into.put(member.name(), value);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Map<String, Object> into, String name) {
        return (List<Object>) into.computeIfAbsent(name, n -> new ArrayList<>());
    }

    private Object value(XmlCursor xml, Layout.Member member) throws XMLStreamException, IOException {
        Layout layout = member.layout();
        return switch (layout.kind) {
            case STRUCTURE -> structure(xml, layout);
            case LIST -> elements(xml, member);
            case MAP -> map(xml, layout);
            default -> scalar(xml, member);
        };
    }

    private Map<String, Object> structure(XmlCursor xml, Layout layout) throws XMLStreamException, IOException {
        Map<String, Object> out = new LinkedHashMap<>();
        while (xml.open()) {
            Layout.Member member = layout.members.get(xml.name());
            if (member == null) {
                notes.unknown();
                xml.skip();
            } else {
                put(out, xml, member);
            }
        }
        return out;
    }

    private List<Object> elements(XmlCursor xml, Layout.Member member) throws XMLStreamException, IOException {
        List<Object> out = new ArrayList<>();
        while (xml.open()) {
            Object one = value(xml, new Layout.Member(member.name(), member.layout().element));
            if (one != null) {
                out.add(one);
            }
        }
        return out;
    }

    private Map<String, Object> map(XmlCursor xml, Layout layout) throws XMLStreamException, IOException {
        Map<String, Object> out = new LinkedHashMap<>();
        while (xml.open()) {
            String key = null;
            Object value = null;
            while (xml.open()) {
                if (xml.name().equals("key")) {
                    key = xml.text();
                } else {
                    value = value(xml, new Layout.Member(key == null ? "value" : key, layout.element));
                }
            }
            if (key != null && value != null) {
                out.put(key, value);
            }
        }
        return out;
    }

    private Object scalar(XmlCursor xml, Layout.Member member) throws XMLStreamException, IOException {
        Kind kind = member.layout().kind;
        Object value = Scalars.of(kind, xml.text());
        if (value == null) {
            notes.misfit(member.name() + " is not the " + kind.name().toLowerCase(Locale.ROOT) + " that it should be");
        }
        return value;
    }
}
