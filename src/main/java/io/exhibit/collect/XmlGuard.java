package io.exhibit.collect;

import io.exhibit.collect.Expected.Carrier;
import io.exhibit.evidence.Operation.Protocol;
import io.exhibit.evidence.RecordType.Kind;
import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The guard of the XML protocols: the root (and the result within it) named by the operation, a request id where the body
 * has one, every item with its key, well-formed to the end, and no document type.
 */
final class XmlGuard {

    static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // The limits of the JDK differ from one to the next, and count character references; the reader behind the
        // vault
        // lifts the same ones, so that it reads what was believed here. How deep an answer may be is said below.
        XML.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        XML.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        XML.setProperty("jdk.xml.maxElementDepth", "0");
    }

    private final XMLStreamReader in;
    private final Expected expected;
    private final Found found;
    private boolean requestId;

    private XmlGuard(XMLStreamReader in, Expected expected) {
        this.in = in;
        this.expected = expected;
        this.found = new Found(expected);
    }

    static Answer judge(Expected expected, byte[] body) {
        try {
            XMLStreamReader in = XML.createXMLStreamReader(new ByteArrayInputStream(body));
            try {
                return new XmlGuard(in, expected).judge();
            } finally {
                in.close();
            }
        } catch (Unlike e) {
            return Answer.malformed(e.getMessage());
        } catch (XMLStreamException e) {
            return Answer.malformed("the answer is not well-formed XML without a document type");
        }
    }

    private Answer judge() throws XMLStreamException, Unlike {
        in.nextTag();
        String operation = expected.operation().shortName();
        Protocol protocol = expected.operation().protocol();
        boolean rest = protocol == Protocol.REST_XML;
        String root = rest ? expected.operation().root() : operation + "Response";
        if (!in.getLocalName().equals(root)) {
            throw new Unlike("the answer is a <" + in.getLocalName() + ">, not a <" + root + ">");
        }
        if (rest && expected.carriers().containsKey(root)) {
            found.carrier(root, carrier(expected.carriers().get(root)));
        } else if (protocol == Protocol.QUERY) {
            result(operation + "Result");
        } else {
            members();
        }
        while (in.hasNext()) {
            in.next();
        }
        if (!requestId && !rest) {
            throw new Unlike("the answer has no request id");
        }
        return found.answer();
    }

    private void result(String name) throws XMLStreamException, Unlike {
        while (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
            if (in.getLocalName().equals(name)) {
                members();
            } else if (in.getLocalName().equals("ResponseMetadata")) {
                while (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
                    requestId |= in.getLocalName().equals("RequestId");
                    skip();
                }
            } else {
                skip();
            }
        }
    }

    private void members() throws XMLStreamException, Unlike {
        while (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
            String name = in.getLocalName();
            Carrier carrier = expected.carriers().get(name);
            if (carrier != null) {
                found.carrier(name, carrier(carrier));
            } else if (found.isPaging(name)) {
                found.paging(name, in.getElementText());
            } else {
                requestId |= name.equals("requestId");
                skip();
            }
        }
    }

    /** Counts the items of a carrier and leaves the reader at its end. */
    private long carrier(Carrier carrier) throws XMLStreamException, Unlike {
        String name = carrier.member().name();
        switch (carrier.member().shape().kind()) {
            case LIST -> {
                if (carrier.member().shape().item().isEmpty()) {
                    // The items stand in the place of the list, which has no element of its own.
                    item(name, carrier);
                    return 1;
                }
                long items = 0;
                while (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
                    item(name, carrier);
                    items++;
                }
                return items;
            }
            case STRUCTURE -> {
                item(name, carrier);
                return 1;
            }
            case MAP -> {
                skip();
                return 1;
            }
            default -> {
                if (!skip()) {
                    throw new Unlike(name + " is empty");
                }
                return 0;
            }
        }
    }

    private void item(String name, Carrier carrier) throws XMLStreamException, Unlike {
        if (carrier.member().shape().kind() == Kind.LIST && carrier.items().isEmpty()) {
            key(name);
            return;
        }
        boolean keyed = carrier.key().isEmpty();
        while (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
            boolean key = in.getLocalName().equals(carrier.key());
            boolean text = key ? key(name) : skip();
            keyed |= key && text;
        }
        if (!keyed) {
            throw new Unlike("an item of " + name + " has no " + carrier.key());
        }
    }

    /** Takes the text of an element as the key of an item; tells whether there was any. */
    private boolean key(String carrier) throws XMLStreamException, Unlike {
        StringBuilder text = new StringBuilder();
        boolean any = pass(text);
        if (any) {
            found.key(carrier, text.toString());
        }
        return any;
    }

    /** Skips an element; tells whether it held any text. */
    private boolean skip() throws XMLStreamException, Unlike {
        return pass(null);
    }

    /** @param into what the texts are added to, or {@code null} */
    private boolean pass(StringBuilder into) throws XMLStreamException, Unlike {
        boolean text = false;
        for (int depth = 1; depth > 0; ) {
            if (depth > Nesting.DEEPEST) {
                throw new Unlike("the answer is nested more deeply than any of AWS's");
            }
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    text |= !in.isWhiteSpace();
                    if (into != null) {
                        into.append(in.getText());
                    }
                }
                default -> {}
            }
        }
        return text;
    }
}
