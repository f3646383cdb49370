package io.exhibit.read.wire;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.DTD;
import static javax.xml.stream.XMLStreamConstants.END_DOCUMENT;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Walks an XML body element by element. A document type is refused, so no entity is ever resolved. */
final class XmlCursor {

    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader events;

    XmlCursor(byte[] body) throws XMLStreamException {
        this.events = FACTORY.createXMLStreamReader(new ByteArrayInputStream(body));
    }

    /** Moves to the next child element; false at the end of the element that is open. */
    boolean open() throws XMLStreamException, IOException {
        while (true) {
            switch (events.next()) {
                case START_ELEMENT -> {
                    return true;
                }
                case END_ELEMENT, END_DOCUMENT -> {
                    return false;
                }
                case DTD -> throw new IOException("the answer declares a document type");
                default -> {
                    // White space and comments say nothing.
                }
            }
        }
    }

    /** Name of the element that is open. */
    String name() {
        return events.getLocalName();
    }

    /** The text of the element that is open, which it closes. */
    String text() throws XMLStreamException, IOException {
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (events.next()) {
                case CHARACTERS, CDATA ->
                    text.append(events.getTextCharacters(), events.getTextStart(), events.getTextLength());
                case START_ELEMENT -> skip();
                case END_ELEMENT -> {
                    return text.toString();
                }
                default -> {
                    // Comments say nothing.
                }
            }
        }
    }

    /** Closes the element that is open, whatever it holds and however deep it is. */
    void skip() throws XMLStreamException, IOException {
        for (int depth = 1; depth > 0; ) {
            depth += open() ? 1 : -1;
        }
    }

    /** Reads to the end: an answer followed by another one is none. */
    void finish() throws XMLStreamException {
        while (events.hasNext()) {
            events.next();
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // JDK 24 and later allow 100,000 characters of references and 200 levels. The guard lifts these limits as well
        // and
        // refuses what is nested too deeply, so that every JDK reads what was believed when it was collected.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.maxElementDepth", "0");
        return factory;
    }
}
