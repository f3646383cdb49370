package io.exhibit.collect;

import io.exhibit.evidence.Exchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * How deeply an answer in XML is nested. Who parses by recursion, as the SDK does, runs out of stack on an answer that is
 * nothing but opening tags; in JSON, the parsers have a limit of their own.
 */
public final class Nesting {

    /** AWS's own answers have about a dozen levels. */
    static final int DEEPEST = 100;

    private Nesting() {}

    /** Whether it is too deep for whoever parses by recursion; what is not XML at all never is. */
    public static boolean isTooDeep(Exchange.Response response) {
        try {
            byte[] body = Entity.plain(response);
            return beginsLikeXml(body) && isTooDeep(body);
        } catch (IOException | XMLStreamException unreadable) {
            return false;
        }
    }

    private static boolean isTooDeep(byte[] body) throws XMLStreamException {
        XMLStreamReader in = XmlGuard.XML.createXMLStreamReader(new ByteArrayInputStream(body));
        try {
            for (int depth = 0; in.hasNext(); ) {
                switch (in.next()) {
                    case XMLStreamConstants.START_ELEMENT -> depth++;
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    default -> {}
                }
                if (depth > DEEPEST) {
                    return true;
                }
            }
            return false;
        } finally {
            in.close();
        }
    }

    /** JSON begins with a brace, text with a letter; XML may have a byte order mark before its first tag. */
    private static boolean beginsLikeXml(byte[] body) {
        for (int i = 0; i < Math.min(body.length, 64); i++) {
            if (body[i] == '<') {
                return true;
            }
        }
        return false;
    }
}
